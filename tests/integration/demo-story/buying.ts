import { beforeAll, describe, expect, it } from "vitest";
import { dayNumber } from "@/lib/format/calendar";
import type { BuyingDto } from "@/lib/loyalty/buying.types";
import type { TileDto } from "@/lib/loyalty/figures.types";
import { getBuying } from "@/lib/loyalty/get-buying";
import {
  productTypeMatrix,
  repurchaseCurve,
  repurchaseRate,
  secondOrderWithin,
  shareOfWallet,
  spendPerTransaction,
  upsellRatio,
} from "@/lib/metrics";
import { addMonths } from "@/prisma/seed/add-months";
import { unitsSql, WITH_HEAT_AND_WATER } from "./selections";
import { AS_OF, type Told } from "./told";

const YEAR = { from: "2025-10-01", until: "2026-10-01" };

/** What was bought outside contracts. */
const ORDERS = `orders AS (
  SELECT units.unit_id, units.unit, o.*
  FROM purchase o JOIN units ON units.account_id = o.account_id
  LEFT JOIN product_type t ON t.workspace_id = o.workspace_id AND t.id = o.product_type_id
  WHERE o.workspace_id = $1 AND o.contract_id IS NULL
    AND coalesce(t.billed_as, 'order') <> 'contract' AND o.ordered_on <= '${AS_OF}')`;

export function describeBuying(told: () => Told): void {
  describe.each(WITH_HEAT_AND_WATER)("the page about buying, $name", ({ name, where }) => {
    let buying: BuyingDto;
    const query = <Row extends Record<string, unknown>>(sql: string) =>
      told().query<Row>(`WITH ${unitsSql(where)}, ${ORDERS} ${sql}`);
    const tile = (key: TileDto["key"]) => buying.tiles.find((one) => one.key === key);

    beforeAll(async () => {
      const { ctx } = told();
      const segment = told().overview.filter.segments.find((one) => one.name === name);
      buying = await getBuying({ ctx, input: { segmentId: segment?.id } });
      expect(buying.filter.segment?.name ?? null).toBe(name);
    });

    /** Per deciding account its order days, as the rhythm sees them. */
    async function orderDays(): Promise<{ days: number[]; since: string | null }[]> {
      return query<{ days: number[]; since: string | null }>(`
        SELECT array_agg(DISTINCT orders.ordered_on - DATE '1970-01-01' ORDER BY orders.ordered_on - DATE '1970-01-01') AS days,
          min(a.customer_since)::text AS since
        FROM orders JOIN account a ON a.workspace_id = $1 AND a.id = orders.unit_id
        WHERE amount_minor > 0 AND chosen_by IS DISTINCT FROM 'automatic' GROUP BY orders.unit_id`);
    }

    it("has the repurchase rate that SQL counts and the library computes of the rows", async () => {
      const [counted] = await query<{ buyers: number; again: number }>(`
        SELECT count(*)::int AS buyers, count(*) FILTER (WHERE dates > 1)::int AS again FROM (
          SELECT count(DISTINCT ordered_on) AS dates FROM orders
          WHERE amount_minor > 0 AND chosen_by IS DISTINCT FROM 'automatic'
            AND ordered_on >= '${YEAR.from}' AND ordered_on < '${YEAR.until}' GROUP BY unit_id) each`);
      const rate = repurchaseRate(
        (await orderDays()).map(({ days }) => days),
        { fromDay: dayNumber(YEAR.from), untilDay: dayNumber(YEAR.until) },
      );
      const shown = tile("repurchaseRate");
      expect(rate.n).toBe(counted?.buyers);
      expect(shown?.n).toBe(counted?.buyers);
      if (shown?.value === null) return expect(shown.strip?.values).toHaveLength(rate.n);
      expect(shown?.value).toBeCloseTo((counted?.again ?? 0) / (counted?.buyers ?? 0), 12);
      expect(shown?.interval).toEqual(rate.value === null ? null : rate.interval);
    });

    it("follows only those from their first order whose first order lies in the data", async () => {
      const [begin] = await told().query<{ day: number }>(`
        SELECT min(o.ordered_on) - DATE '1970-01-01' AS day FROM purchase o
        LEFT JOIN product_type t ON t.workspace_id = o.workspace_id AND t.id = o.product_type_id
        WHERE o.workspace_id = $1 AND o.contract_id IS NULL AND coalesce(t.billed_as, 'order') <> 'contract'
          AND o.amount_minor > 0 AND o.chosen_by IS DISTINCT FROM 'automatic'`);
      const from = begin?.day ?? 0;
      const seen = (await orderDays()).flatMap(({ days, since }) => {
        const isNew = since !== null && dayNumber(since) >= from;
        return isNew || (days[0] ?? 0) - from >= 365 ? [days] : [];
      });
      const asOfDay = dayNumber(AS_OF);
      const curve = repurchaseCurve(seen, { asOfDay });
      expect(buying.curve.customers).toBe(curve.n);
      if (curve.n < 10 || curve.reason !== null) return expect(buying.curve.points).toEqual([]);
      expect(buying.curve).toMatchObject({ reordered: curve.reordered, halfDay: curve.halfDay });
      const drawn = new Map(buying.curve.points.map((point) => [point.day, point]));
      const shared = curve.points.filter(({ day }) => drawn.has(day));
      expect(shared.length).toBeGreaterThan(0);
      for (const point of shared) expect(drawn.get(point.day)).toEqual(point);
      const within = secondOrderWithin(seen, { windowDays: 90, asOfDay });
      expect(tile("secondOrder90")?.value).toBe(within.value);
    });

    it("counts the orders of each quarter, and their mean and median are the library's", async () => {
      const { from, until, orders, meanSpend, medianSpend } = buying.orders.at(-1) ?? {};
      expect([from, until]).toEqual(["2026-07-01", "2026-10-01"]);
      const rows = await query<{ amounts: number[]; currencies: string[] }>(`
        SELECT array_agg(amount) AS amounts, array_agg(DISTINCT currency) AS currencies FROM (
          SELECT unit_id, currency, sum(amount_minor)::float8 AS amount FROM orders
          WHERE amount_minor > 0 AND ordered_on >= '${from}' AND ordered_on < '${until}'
          GROUP BY unit_id, account_id, currency, ordered_on, coalesce(order_number, id::text)) each
        GROUP BY unit_id`);
      expect(orders).toBe(rows.flatMap(({ amounts }) => amounts).length);
      if (rows.some(({ currencies }) => currencies.join() !== "DKK")) return;
      const spend = spendPerTransaction(
        rows.map(({ amounts }) => amounts),
        { replicates: 1 },
      );
      const enough = rows.length >= 10;
      expect(meanSpend?.value ?? null).toBe(enough ? spend.mean.value : null);
      expect(medianSpend?.value ?? null).toBe(enough ? spend.median.value : null);
    });

    /** Product types under contract or ordered in the last year, of the active accounts. */
    async function owned(): Promise<string[][]> {
      const rows = await query<{ unit: string; types: string[] }>(`
        SELECT unit, array_agg(DISTINCT name ORDER BY name) AS types FROM (
          SELECT orders.unit, t.name FROM orders
          JOIN product_type t ON t.workspace_id = $1 AND t.id = orders.product_type_id
          WHERE date_trunc('month', ordered_on) + INTERVAL '1 month - 1 day' > DATE '${AS_OF}' - 365
          UNION
          SELECT units.unit, t.name FROM contract c
          JOIN units ON units.account_id = c.account_id
          JOIN product_type t ON t.workspace_id = $1 AND t.id = c.product_type_id
          JOIN LATERAL (SELECT max(ends_on) AS last FROM contract_term m
            WHERE m.workspace_id = $1 AND m.contract_id = c.id) m ON true
          WHERE c.workspace_id = $1
            AND coalesce(c.ended_on, CASE WHEN NOT c.auto_renews THEN m.last END, '${AS_OF}') > DATE '${AS_OF}' - 365
        ) each GROUP BY unit`);
      const isActive = (unit: string) => told().accounts.get(unit)?.now.standing;
      return rows.filter(({ unit }) => isActive(unit)).map(({ types }) => types);
    }

    it("shows who owns one product type and also another, as counted", async () => {
      const types = await owned();
      const matrix = productTypeMatrix(types);
      const upsell = upsellRatio(types.map((own) => own.length));
      expect(tile("upsellShare")?.n).toBe(upsell.share.n);
      expect(buying.segments[0]?.upsellRatio.value).toBe(upsell.ratio.value);
      expect(buying.matrix.types.map((type) => type.name).toSorted()).toEqual(matrix.types);
      const pumps = (names: readonly string[]) => names.indexOf("Pumps");
      const parts = (names: readonly string[]) => names.indexOf("Spare parts");
      const names = buying.matrix.types.map((type) => type.name);
      const cell = buying.matrix.both[pumps(names)]?.[parts(names)];
      const pumpOwners = types.filter((own) => own.includes("Pumps"));
      const alsoParts = pumpOwners.filter((own) => own.includes("Spare parts"));
      expect([cell?.owners, cell?.share.n]).toEqual([alsoParts.length, pumpOwners.length]);
      const expected = matrix.both[pumps(matrix.types)]?.[parts(matrix.types)];
      if (pumpOwners.length >= 10) expect(cell?.share.value).toBe(expected?.value);
    });

    it("knows the wallets that were asked or estimated in the last year, and names the others old", async () => {
      const wallets = await query<{ unit: string; last: string }>(`
        SELECT units.unit, max(w.estimated_on)::text AS last FROM wallet_estimate w
        JOIN units ON units.account_id = w.account_id
        WHERE w.workspace_id = $1 AND w.provenance <> 'modelled' AND w.estimated_on <= '${AS_OF}'
        GROUP BY units.unit`);
      const active = wallets.filter(({ unit }) => told().accounts.get(unit)?.now.standing);
      const fresh = active.filter(({ last }) => last > addMonths(AS_OF, -12));
      expect(buying.wallet.known).toBe(fresh.length);
      expect(buying.wallet.stale).toBe(active.length - fresh.length);
      const placed = buying.wallet.bins.reduce((sum, bin) => sum + bin.accounts, 0);
      expect(placed).toBe(fresh.length);
      const revenue = (units: readonly { unit: string }[]) =>
        units.reduce(
          (sum, { unit }) => sum + (told().accounts.get(unit)?.now.revenue.runningMinor ?? 0),
          0,
        );
      const everybody = await query<{ unit: string }>("SELECT DISTINCT unit FROM units");
      const all = everybody.filter(({ unit }) => told().accounts.get(unit)?.now.standing);
      expect(buying.wallet.coverage).toBeCloseTo(revenue(fresh) / revenue(all), 12);
      const shares = fresh.flatMap(
        ({ unit }) => told().accounts.get(unit)?.now.shareOfWallet ?? [],
      );
      const { value, low, high } = buying.wallet.share;
      if (value === null) return expect(fresh.length).toBeLessThan(10);
      // A ratio of sums lies between the smallest and the largest share, and its interval around it.
      expect(value).toBeGreaterThan(Math.min(...shares));
      expect(value).toBeLessThan(Math.max(...shares));
      expect([(low ?? 1) < value, (high ?? 0) > value]).toEqual([true, true]);
      expect(tile("shareOfWallet")?.value).toBe(value);
      expect(shareOfWallet([]).value).toBeNull();
    });
  });

  it("finds the account that buys most pumps elsewhere among those with room", async () => {
    const { ctx } = told();
    const { gaps } = await getBuying({ ctx, input: { allGaps: true } });
    const kran = gaps.lines.filter(({ account }) => account.name === "Vesterhav Kran");
    expect(kran[0]).toMatchObject({ source: expect.stringMatching(/asked|estimated/) });
    expect(kran[0]?.amountMinor).toBeGreaterThan(0);
    const amounts = gaps.lines.map(({ amountMinor }) => amountMinor);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(gaps.byType.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeCloseTo(
      amounts.reduce((sum, minor) => sum + minor, 0),
      0,
    );
  });

  it("shows the largest of either kind of room, the same lines as a file of all of them", async () => {
    const { ctx } = told();
    const { gaps } = await getBuying({ ctx, input: {} });
    const { gaps: all } = await getBuying({ ctx, input: { allGaps: true } });
    const typicalOf = ({ lines }: typeof all) => lines.filter(({ source }) => source === "typical");
    const knownOf = ({ lines }: typeof all) => lines.filter(({ source }) => source !== "typical");
    expect([gaps.typical, gaps.known]).toEqual([typicalOf(all).length, knownOf(all).length]);
    expect(typicalOf(gaps)).toEqual(typicalOf(all).slice(0, 50));
    expect(knownOf(gaps)).toEqual(knownOf(all).slice(0, 50));
    expect(gaps.byType).toEqual(all.byType);
  });
}

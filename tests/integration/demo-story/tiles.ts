import { beforeAll, describe, expect, it } from "vitest";
import { getBuying } from "@/lib/loyalty/get-buying";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getRetention } from "@/lib/loyalty/get-retention";
import type { OverviewDto } from "@/lib/loyalty/overview.types";
import {
  customerSatisfaction,
  discountShare,
  type Interval,
  npsByAccount,
  orderLifetimeValue,
  salesPerCustomer,
} from "@/lib/metrics";
import { kronerSql, unitsSql, WITH_HEAT_AND_WATER } from "./selections";
import { AS_OF, type Told } from "./told";

const YEAR = { from: "2025-10-01", until: "2026-10-01" };

/** Held against SQL here. */
const HELD = new Set<string>([
  "netPromoterScore",
  "customerSatisfaction",
  "salesPerCustomer",
  "discountShare",
  "customerLifetimeValue",
]);

/** The last answer to a question of a scale of everybody who is there. */
const ANSWERS = `people AS (
  SELECT c.id, units.unit FROM contact c JOIN units ON units.account_id = c.account_id
  WHERE c.workspace_id = $1 AND c.archived_at IS NULL AND (c.left_on IS NULL OR c.left_on > '${AS_OF}')),
answers AS (
  SELECT DISTINCT ON (people.id, r.question, r.scale) people.unit, r.question, r.scale, r.value_number AS value
  FROM response_event r JOIN people ON people.id = r.contact_id
  WHERE r.workspace_id = $1 AND r.class = 'confirmed' AND r.question IN ('nps', 'csat')
    AND r.answered_on <= '${AS_OF}' AND r.answered_on >= DATE '${AS_OF}' - 365
  ORDER BY people.id, r.question, r.scale, r.scope = 'relationship' DESC, r.answered_on DESC,
    r.answered_at DESC, r.id DESC)`;

export function describeTiles(told: () => Told): void {
  describe.each(WITH_HEAT_AND_WATER)("the tiles of the overview, $name", ({ name, where }) => {
    let overview: OverviewDto;
    let segmentId: string | undefined;
    let active: string[];

    const query = <Row extends Record<string, unknown>>(sql: string) =>
      told().query<Row>(`WITH ${unitsSql(where)}, ${ANSWERS} ${sql}`);
    const tile = (key: string) =>
      [...overview.tiles, ...overview.moreTiles].find((one) => one.key === key);

    function expectShown(
      key: string,
      of: { n: number; value: number; interval?: Interval | null },
    ) {
      const shown = tile(key);
      expect(shown?.n).toBe(of.n);
      expect(shown?.value).toBeCloseTo(of.value, 9);
      expect(shown?.interval?.low).toBeCloseTo(of.interval?.low ?? Number.NaN, 9);
      expect(shown?.interval?.high).toBeCloseTo(of.interval?.high ?? Number.NaN, 9);
    }

    beforeAll(async () => {
      segmentId = told().overview.filter.segments.find((one) => one.name === name)?.id;
      overview = await getOverview({ ctx: told().ctx, input: { segmentId } });
      expect(overview.filter.segment?.name ?? null).toBe(name);
      const units = await query<{ unit: string }>("SELECT DISTINCT unit FROM units");
      active = units.flatMap(({ unit }) => (told().accounts.get(unit)?.now.standing ? [unit] : []));
    });

    it("have the NPS that SQL averages over accounts, with the interval of the library", async () => {
      const rows = await query<{ unit: string; scores: number[]; mean: number }>(`
        SELECT unit, array_agg(value) AS scores,
          avg(CASE WHEN value >= 9 THEN 100 WHEN value <= 6 THEN -100 ELSE 0 END)::float8 AS mean
        FROM answers WHERE question = 'nps' GROUP BY unit`);
      const heard = rows.filter(({ unit }) => active.includes(unit));
      const mean = heard.reduce((sum, row) => sum + row.mean, 0) / heard.length;
      const scores = new Map(heard.map((row) => [row.unit, row.scores]));
      const score = npsByAccount(
        active.map((unit) => ({ scores: scores.get(unit) ?? [], revenueMinor: 0 })),
      );
      if (score.value === null) throw new Error("no figure");
      expect(score.value).toBeCloseTo(mean, 9);
      expectShown("netPromoterScore", score);
    });

    it("have the CSat that SQL counts, among everybody who could have answered", async () => {
      const rows = await query<{ unit: string; scale: string; value: number }>(
        "SELECT unit, scale, value FROM answers WHERE question = 'csat'",
      );
      const people = await query<{ unit: string }>("SELECT unit FROM people");
      const given = rows.filter(({ unit }) => active.includes(unit));
      expect(new Set(given.map(({ scale }) => scale)).size).toBe(1);
      const satisfied = given.filter(({ value }) => value >= 4).length;
      const csat = customerSatisfaction(
        given.map(({ value }) => value),
        { scale: 5, population: people.filter(({ unit }) => active.includes(unit)).length },
      );
      if (csat.value === null) throw new Error("no figure");
      expect(csat.value).toBeCloseTo(satisfied / given.length, 12);
      expectShown("customerSatisfaction", csat);
    });

    it("have what an active customer brings a year, as the library averages it", () => {
      const revenue = active.map(
        (unit) => told().accounts.get(unit)?.now.revenue.runningMinor ?? 0,
      );
      const { mean } = salesPerCustomer(revenue, { replicates: 1 });
      if (mean.value === null) throw new Error("no figure");
      expect(tile("salesPerCustomer")?.n).toBe(active.length);
      expect(tile("salesPerCustomer")?.value).toBeCloseTo(mean.value, 4);
      const inStates = overview.states.reduce((sum, state) => sum + state.revenueMinor, 0);
      expect(inStates / (mean.value * active.length)).toBeCloseTo(1, 6);
    });

    it("have the share bought on discount that SQL sums, where all is of one currency", async () => {
      const rows = await query<{ listed: number; discounted: number; currencies: string[] }>(`
        SELECT sum(coalesce(o.list_minor, o.amount_minor))::float8 AS listed,
          coalesce(sum(o.list_minor) FILTER (WHERE o.list_minor > o.amount_minor), 0)::float8 AS discounted,
          array_agg(DISTINCT o.currency) AS currencies
        FROM purchase o JOIN units ON units.account_id = o.account_id
        LEFT JOIN product_type t ON t.workspace_id = o.workspace_id AND t.id = o.product_type_id
        WHERE o.workspace_id = $1 AND o.contract_id IS NULL AND coalesce(t.billed_as, 'order') <> 'contract'
          AND o.ordered_on >= '${YEAR.from}' AND o.ordered_on < '${YEAR.until}' GROUP BY units.unit_id`);
      const bought = rows.filter(({ listed }) => listed > 0);
      const share = discountShare(
        bought.map(({ listed, discounted }) => ({
          listMinor: listed,
          discountedListMinor: Math.max(0, Math.min(discounted, listed)),
        })),
      );
      if (share.value === null) throw new Error("no figure");
      const isOneCurrency = bought.every(({ currencies }) => currencies.join() === "DKK");
      expect(isOneCurrency).toBe(name === "Danish heat and water");
      expect(tile("discountShare")?.n).toBe(share.n);
      // Rates weigh the accounts: of several currencies the share is near, not the same.
      if (isOneCurrency) expectShown("discountShare", share);
    });

    it("have the lifetime value of the margins and returning buyers that SQL finds", async () => {
      type Buyer = { was: boolean; is: boolean; marginMinor: number | null; currencies: string[] };
      const buyers = await query<Buyer>(`, ${kronerSql(YEAR.until)}
        SELECT count(*) FILTER (WHERE amount_minor > 0 AND NOT of_now) > 0 AS was,
          count(*) FILTER (WHERE amount_minor > 0 AND of_now) > 0 AS is,
          CASE WHEN bool_and(margin IS NOT NULL) FILTER (WHERE of_now)
            THEN sum(margin) FILTER (WHERE of_now) END::float8 AS "marginMinor",
          array_agg(DISTINCT currency) AS currencies
        FROM (SELECT units.unit_id, o.amount_minor, o.currency, o.ordered_on >= '${YEAR.from}' AS of_now,
            coalesce(o.margin_minor, round(o.amount_minor * t.margin_ratio)) * kroner.factor AS margin
          FROM purchase o JOIN units ON units.account_id = o.account_id JOIN kroner ON kroner.code = o.currency
          LEFT JOIN product_type t ON t.workspace_id = o.workspace_id AND t.id = o.product_type_id
          WHERE o.workspace_id = $1 AND o.contract_id IS NULL AND coalesce(t.billed_as, 'order') <> 'contract'
            AND o.ordered_on >= DATE '${YEAR.from}' - INTERVAL '1 year' AND o.ordered_on < '${YEAR.until}') line
        GROUP BY unit_id`);
      const margins = buyers.flatMap(({ is, marginMinor }) =>
        is && marginMinor !== null ? [marginMinor] : [],
      );
      const value = orderLifetimeValue({
        yearlyMarginMinor: margins.reduce((sum, margin) => sum + margin, 0) / margins.length,
        opening: buyers.filter(({ was }) => was).length,
        kept: buyers.filter(({ was, is }) => was && is).length,
        discountRate: 0.1,
      });
      if (value.value === null) throw new Error("no figure");
      const shown = tile("customerLifetimeValue");
      expect(shown?.n).toBe(value.n);
      expect(shown?.counts[0]).toMatchObject({ count: margins.length });
      // Of several currencies each month's rate weighs.
      const isOneCurrency = buyers.every(({ currencies }) => currencies.join() === "DKK");
      const ratio = (shown?.value ?? 0) / value.value;
      expect(Math.abs(ratio - 1)).toBeLessThan(isOneCurrency ? 1e-9 : 0.05);
    });

    it("say what the pages say that are held against SQL line by line", async () => {
      const { ctx } = told();
      const pages = await Promise.all([
        getRetention({ ctx, input: { segmentId } }),
        getBuying({ ctx, input: { segmentId } }),
      ]);
      const there = pages.flatMap(({ tiles }) => tiles);
      const both = there.filter(({ key }) => tile(key));
      expect(both.map(({ key }) => key)).toEqual(
        expect.arrayContaining([
          "grossRevenueRetention",
          "netRevenueRetention",
          "customerRetention",
          "repurchaseRate",
          "upsellShare",
          "shareOfWallet",
        ]),
      );
      const shown = [...overview.tiles, ...overview.moreTiles].map(({ key }) => key);
      expect(shown.filter((key) => !HELD.has(key) && !both.some((one) => one.key === key))).toEqual(
        [],
      );
      for (const { key, value, n, interval } of both)
        expect([key, tile(key)?.value, tile(key)?.n, tile(key)?.interval]).toEqual([
          key,
          value,
          n,
          interval,
        ]);
    });
  });
}

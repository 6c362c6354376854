import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/db/new-id";
import { groupBy } from "@/lib/facts/group-by";
import { wasActiveAt } from "@/lib/facts/stand-at";
import { withFacts } from "@/lib/facts/with-facts";
import { dayNumber } from "@/lib/format/calendar";
import { getGrowth } from "@/lib/loyalty/get-growth";
import { getRetention } from "@/lib/loyalty/get-retention";
import type { RetentionDto } from "@/lib/loyalty/retention.types";
import {
  type CustomerSource,
  customerRetention,
  earnedGrowth,
  renewalRate,
  revenueRetention,
} from "@/lib/metrics";
import { addMonths } from "@/prisma/seed/add-months";
import { kronerSql, unitsSql, WITH_FISH_FARMS } from "./selections";
import type { Told } from "./told";

const OPENING = "2025-10-02";
const CLOSING = "2026-10-02";
/** The last whole month before the year. */
const RATES_BEFORE = "2025-10-01";
/** The day after the first close of the data. */
const FIRST = "2022-11-01";
const YEARS = [
  { from: "2024-10-01", until: "2025-10-01" },
  { from: "2025-10-01", until: "2026-10-01" },
] as const;

const TERMS = `terms AS (
  SELECT units.unit_id, c.id AS contract_id, c.auto_renews, c.ended_on, c.notice_given_on, c.notice_days,
    t.starts_on, t.ends_on, t.recurring_minor * kroner.factor AS minor,
    lead(t.starts_on) OVER (PARTITION BY c.id ORDER BY t.starts_on) AS next_on,
    (SELECT min(e.happened_on) FROM churn_event e WHERE e.workspace_id = $1 AND e.contract_id = c.id
      AND e.kind = 'contract_lost') AS lost_on
  FROM contract c JOIN units ON units.account_id = c.account_id
  JOIN contract_term t ON t.workspace_id = $1 AND t.contract_id = c.id
  JOIN kroner ON kroner.code = t.currency
  WHERE c.workspace_id = $1),
ends AS (
  SELECT terms.*, least(next_on, ended_on, lost_on,
    CASE WHEN next_on IS NOT NULL OR (NOT auto_renews AND ends_on IS NOT NULL) THEN ends_on
      WHEN notice_given_on IS NULL THEN NULL
      WHEN ends_on IS NULL THEN notice_given_on + notice_days
      ELSE (SELECT min(day) FROM generate_series(ends_on, DATE '2040-01-01',
        make_interval(months => greatest(1, round((ends_on - starts_on) / 30.4375)::int))) day
        WHERE day >= notice_given_on + notice_days)::date END) AS end_on
  FROM terms)`;

const runsOn = (day: string) =>
  `sum(minor) FILTER (WHERE starts_on <= '${day}' AND (end_on IS NULL OR end_on > '${day}'))`;

const ORDERS = `orders AS (
  SELECT units.unit_id, o.ordered_on, o.amount_minor, o.chosen_by, o.amount_minor * kroner.factor AS minor
  FROM purchase o JOIN units ON units.account_id = o.account_id JOIN kroner ON kroner.code = o.currency
  LEFT JOIN product_type t ON t.workspace_id = o.workspace_id AND t.id = o.product_type_id
  WHERE o.workspace_id = $1 AND o.contract_id IS NULL AND coalesce(t.billed_as, 'order') <> 'contract')`;

const boughtIn = ({ from, until }: (typeof YEARS)[number]) =>
  `sum(minor) FILTER (WHERE ordered_on >= '${from}' AND ordered_on < '${until}')`;

const AMOUNTS = `
  SELECT each.unit, each.acquired_by AS "acquiredBy",
    coalesce(k.was, 0)::float8 AS "wasContract", coalesce(k.is, 0)::float8 AS "isContract",
    coalesce(o.before, 0)::float8 AS ordered, coalesce(o.now, 0)::float8 AS orders,
    least(k.first, o.first)::text AS "firstDay"
  FROM (SELECT DISTINCT unit_id, unit, acquired_by FROM units) each
  LEFT JOIN (SELECT unit_id, ${runsOn(OPENING)} AS was, ${runsOn(CLOSING)} AS is, min(starts_on) AS first
    FROM ends GROUP BY unit_id) k USING (unit_id)
  LEFT JOIN (SELECT unit_id, ${boughtIn(YEARS[0])} AS before, ${boughtIn(YEARS[1])} AS now,
    min(ordered_on) FILTER (WHERE amount_minor > 0 AND chosen_by IS DISTINCT FROM 'automatic') AS first
    FROM orders GROUP BY unit_id) o USING (unit_id)`;

type Row = {
  unit: string;
  acquiredBy: string;
  wasContract: number;
  isContract: number;
  ordered: number;
  orders: number;
  firstDay: string | null;
};

const EARNED = new Set(["referral", "repeat_person", "inbound"]);

export function describeRetention(told: () => Told): void {
  describe.each(WITH_FISH_FARMS)(
    "the pages about retention and growth, $name",
    ({ name, where }) => {
      let retention: RetentionDto;
      let segmentId: string | undefined;
      let rows: Row[];

      const query = <Found extends Record<string, unknown>>(sql: string) =>
        told().query<Found>(
          `WITH ${unitsSql(where, ", u.acquired_by")}, ${kronerSql(RATES_BEFORE)}, ${TERMS}, ${ORDERS} ${sql}`,
        );
      const stood = (unit: string) => {
        const known = told().accounts.get(unit);
        return { was: Boolean(known?.before.standing), is: Boolean(known?.now.standing) };
      };

      beforeAll(async () => {
        segmentId = told().overview.filter.segments.find((one) => one.name === name)?.id;
        retention = await getRetention({ ctx: told().ctx, input: { segmentId } });
        expect(retention.filter.segment?.name ?? null).toBe(name);
        rows = await query<Row>(AMOUNTS);
      });

      const tile = (key: string) => retention.tiles.find((one) => one.key === key);

      /** Running revenue of customers then, and of customers now, at the rates of a year ago. */
      const running = () =>
        rows.map(({ unit, wasContract, isContract, ordered, orders, ...row }) => ({
          ...row,
          openingMinor: stood(unit).was ? Math.max(0, wasContract + ordered) : 0,
          closingMinor: stood(unit).is ? Math.max(0, isContract + orders) : 0,
        }));

      it("keeps of contracts what the library computes of the terms that SQL finds", () => {
        const { gross } = revenueRetention(
          rows.map(({ unit, wasContract, isContract }) => ({
            openingMinor: wasContract,
            closingMinor: stood(unit).is ? isContract : 0,
          })),
        );
        const shown = tile("grossRevenueRetention");
        expect(shown?.n).toBe(gross.n);
        expect(shown?.value).toBeCloseTo(gross.value as number, 6);
        if (gross.value === null) throw new Error("no figure");
        expect(shown?.interval?.low).toBeCloseTo(gross.interval?.low as number, 6);
        expect(retention.byGroup.all.gross.value).toBe(shown?.value);
      });

      it("keeps of all revenue what the library computes of contracts and orders that SQL sums", () => {
        const { net, bridge } = revenueRetention(running());
        const shown = tile("netRevenueRetention");
        expect(shown?.n).toBe(net.n);
        expect(shown?.value).toBeCloseTo(net.value as number, 6);
        if (net.value === null) throw new Error("no figure");
        expect(shown?.interval?.high).toBeCloseTo(net.interval?.high as number, 6);
        const { openingMinor = 0, lostMinor = 0, expansionMinor = 0 } = retention.bridge ?? {};
        expect(openingMinor / bridge.openingMinor).toBeCloseTo(1, 6);
        expect(Math.abs(lostMinor - bridge.lostMinor)).toBeLessThan(1_000);
        expect(expansionMinor / bridge.expansionMinor).toBeCloseTo(1, 4);
      });

      it("keeps the customers who stood on both days", () => {
        const { retention: kept } = customerRetention(
          rows.map(({ unit }) => ({
            isActiveAtStart: stood(unit).was,
            isActiveAtEnd: stood(unit).is,
          })),
        );
        const shown = tile("customerRetention");
        expect([shown?.value, shown?.n]).toEqual([kept.value, kept.n]);
        expect(shown?.interval).toEqual(kept.value === null ? null : kept.interval);
      });

      it("renews what SQL finds renewed of the terms that ended", async () => {
        type Due = { unitId: string; isRenewed: boolean; valueMinor: number };
        const due = await query<Due>(`
        SELECT unit_id AS "unitId", true AS "isRenewed", minor::float8 AS "valueMinor" FROM ends
        WHERE next_on > '${OPENING}' AND next_on <= '${CLOSING}' AND ends_on <= least(next_on, end_on)
        UNION ALL
        SELECT unit_id, false, minor::float8 FROM ends
        WHERE next_on IS NULL AND end_on > '${OPENING}' AND end_on <= '${CLOSING}'
        UNION ALL
        SELECT unit_id, true, minor::float8 FROM ends, LATERAL generate_series(ends_on, DATE '${CLOSING}',
          make_interval(months => greatest(1, round((ends_on - starts_on) / 30.4375)::int))) day
        WHERE next_on IS NULL AND auto_renews AND day > '${OPENING}' AND (end_on IS NULL OR day < end_on)`);
        const accounts = groupBy(due, ({ unitId }) => unitId);
        const { rate } = renewalRate([...accounts.values()]);
        const shown = tile("renewalRate");
        expect(shown?.n).toBe(rate.n);
        if (rate.n < 10) return expect(shown?.value).toBeNull();
        expect(shown?.value).toBeCloseTo(rate.value as number, 12);
      });

      it("earned what the library says of the same revenue and of how SQL says customers came", async () => {
        const growth = await getGrowth({ ctx: told().ctx, input: { segmentId } });
        const sourceOf = ({ acquiredBy, firstDay }: Pick<Row, "acquiredBy" | "firstDay">) => {
          // Won back: by what is recorded nowhere.
          if (firstDay !== null && firstDay < OPENING) return "unknown";
          if (EARNED.has(acquiredBy)) return "earned";
          return acquiredBy === "bought" ? "bought" : "unknown";
        };
        const expected = earnedGrowth(
          running().map((row) => ({ ...row, source: sourceOf(row) satisfies CustomerSource })),
        );
        if (expected.value === null || growth.figure === null) throw new Error("no figure");
        expect(growth.figure.earned.least).toBeCloseTo(expected.value, 5);
        expect(growth.figure.earned.most).toBeCloseTo(expected.high, 5);
        expect(growth.figure.netRetention).toBeCloseTo(expected.netRetention, 6);
        expect(growth.figure.totalGrowth).toBeCloseTo(expected.totalGrowth, 5);
        const { openingMinor, sameMinor, newMinor, closingMinor } = growth;
        expect(openingMinor + sameMinor + newMinor).toBeCloseTo(closingMinor, 0);
      });

      it("says at each close what it says when one looks at that day", async () => {
        const monthly = await getRetention({
          ctx: told().ctx,
          input: { segmentId, closes: "month" },
        });
        for (const asOf of ["2026-05-31", "2026-06-30"]) {
          const then = await getRetention({ ctx: told().ctx, input: { segmentId, asOf } });
          const point = monthly.points.find(({ day }) => day === asOf);
          for (const [kind, key] of [
            ["net", "netRevenueRetention"],
            ["gross", "grossRevenueRetention"],
            ["customers", "customerRetention"],
          ] as const) {
            const known = then.tiles.find((one) => one.key === key);
            expect([asOf, kind, point?.[kind].n]).toEqual([asOf, kind, known?.n]);
            expect(point?.[kind].value).toBeCloseTo(known?.value as number, 9);
            if (asOf === "2026-05-31") expect(point?.[kind].low).toBeNull();
            else expect(point?.[kind].low).toBeCloseTo(known?.interval?.low as number, 9);
          }
        }
      });
    },
  );

  describe("what is planted, on the page about retention", () => {
    it("the fish farms keep less than the others, by revenue and by customers, and nobody else does", async () => {
      const { byGroup } = await getRetention({ ctx: told().ctx, input: {} });
      for (const kind of ["net", "customers"] as const) {
        const real = byGroup.groups.filter((group) => group[kind].isReal);
        expect(real.map(({ name }) => name)).toEqual(["Norwegian fish farms"]);
        expect(real[0]?.[kind].difference).toBeLessThan(-0.2);
      }
    });

    it("curves end with the customers who were not there at a month's close after one at which they were", async () => {
      const { survival } = await getRetention({ ctx: told().ctx, input: { split: "source" } });
      const { survival: kinds } = await getRetention({ ctx: told().ctx, input: { split: "kind" } });
      const closes = Array.from(
        { length: 48 },
        (_, index) => dayNumber(addMonths(FIRST, index)) - 1,
      );
      const lost = await withFacts(told().ctx, async (_tx, facts) => {
        const histories = facts.units.map((unit) =>
          closes.map((day) => wasActiveAt(facts, unit, day)),
        );
        return histories.filter(
          (there) => there.slice(there.indexOf(true)).includes(false) && there.includes(true),
        );
      });
      expect(kinds.isSplit).toBe(true);
      expect(kinds.fromMonth).toBe(0);
      expect(kinds.curves.reduce((sum, { ends }) => sum + ends, 0)).toBe(lost.length);
      expect(survival.customers).toBe(told().accounts.size);
    });

    it("fourteen farms of which too few are followed make no curve", async () => {
      const segment = told().overview.filter.segments.find(
        ({ name }) => name === "Norwegian fish farms",
      );
      const input = { pair: segment?.id };
      const { survival } = await getRetention({ ctx: told().ctx, input });
      expect(survival).toMatchObject({ isSplit: false, leftOut: 2, test: null });
      expect(survival.curves.map(({ key }) => key)).toEqual(["all"]);
    });

    it("every customer is in a row of the cohorts or began before the data", async () => {
      const { cohorts } = await getRetention({ ctx: told().ctx, input: { cohorts: "quarter" } });
      const inRows = cohorts.rows.reduce((sum, { n }) => sum + n, 0);
      expect(inRows).toBeGreaterThan(20);
      expect(inRows + cohorts.before).toBe(told().accounts.size);
      for (const { cells } of cohorts.rows)
        for (const [at, { value }] of cells.entries())
          if (value !== null) expect(value).toBeLessThanOrEqual(cells[at - 1]?.value ?? 1);
    });

    it("another workspace's segment is not found, and a view nobody knows is the usual one", async () => {
      const { ctx } = told();
      await expect(getRetention({ ctx, input: { segmentId: newId() } })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      const { choices } = await getRetention({ ctx, input: { closes: "week", clock: "sand" } });
      expect(choices).toMatchObject({ closes: "quarter", clock: "whole", pair: null });
    });
  });
}

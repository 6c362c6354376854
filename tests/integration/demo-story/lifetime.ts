import { beforeAll, describe, expect, it } from "vitest";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import { getLifetime } from "@/lib/loyalty/get-lifetime";
import type { LifetimeDto } from "@/lib/loyalty/lifetime.types";
import {
  type ContractAccount,
  contractAccountsValue,
  fitBgNbd,
  fitRenewalsBetaGeometric,
  orderLifetimeValue,
  shiftMonths,
} from "@/lib/metrics";
import type { TestDatabase } from "../../support/database";
import { unitsSql, WITH_HEAT_AND_WATER } from "./selections";
import { AS_OF, NOW, type Told } from "./told";

const asOfDay = dayNumber(AS_OF);

type Life = {
  unit: string;
  isSelected: boolean;
  start: string;
  over: string | null;
  currencies: string[];
  yearlyMinor: number;
};

/** Whole years a life has passed, counted by the calendar. */
function anniversaries(start: number, until: number): number[] {
  const days: number[] = [];
  for (let k = 1; shiftMonths(start, 12 * k) <= until; k += 1)
    days.push(shiftMonths(start, 12 * k));
  return days;
}

export function describeLifetime(told: () => Told, database: TestDatabase): void {
  describe.each(WITH_HEAT_AND_WATER)("the page about lifetime value, $name", ({ name, where }) => {
    let lifetime: LifetimeDto;
    let lives: (Life & { isThere: boolean; lostDay: number | null })[];

    beforeAll(async () => {
      const segment = told().overview.filter.segments.find((one) => one.name === name);
      const input = { segmentId: segment?.id, basis: "revenue", rate: "8" };
      lifetime = await getLifetime({ ctx: told().ctx, input });
      const rows = await told().query<Life>(`WITH ${unitsSql("true", `, (${where}) AS is_selected`)}
        SELECT units.unit, bool_or(units.is_selected) AS "isSelected", min(m.first)::text AS start,
          max(least(c.ended_on, e.lost, CASE WHEN NOT c.auto_renews THEN m.last END))::text AS over,
          array_agg(DISTINCT m.currency) AS currencies,
          coalesce(sum(m.yearly) FILTER (WHERE c.notice_given_on IS NULL AND coalesce(c.ended_on, '9999-12-31') > '${AS_OF}'
            AND coalesce(e.lost, '9999-12-31') > '${AS_OF}'), 0)::float8 AS "yearlyMinor"
        FROM contract c JOIN units ON units.account_id = c.account_id
        JOIN LATERAL (SELECT min(t.starts_on) AS first, max(t.ends_on) AS last, min(t.currency) AS currency,
            (array_agg(t.recurring_minor ORDER BY t.starts_on DESC)
              FILTER (WHERE t.starts_on <= '${AS_OF}' AND (t.ends_on > '${AS_OF}' OR c.auto_renews)))[1] AS yearly
          FROM contract_term t WHERE t.workspace_id = $1 AND t.contract_id = c.id) m ON true
        LEFT JOIN LATERAL (SELECT min(x.happened_on) AS lost FROM churn_event x WHERE x.workspace_id = $1
          AND (x.contract_id = c.id AND x.kind = 'contract_lost' OR x.account_id = c.account_id AND x.kind = 'account_lost'
            AND NOT EXISTS (SELECT 1 FROM churn_event b WHERE b.workspace_id = $1 AND b.account_id = x.account_id
              AND b.kind = 'won_back' AND b.happened_on >= x.happened_on))) e ON true
        WHERE c.workspace_id = $1 AND m.first <= '${AS_OF}' GROUP BY units.unit`);
      lives = rows.map((row) => {
        const isThere = told().accounts.get(row.unit)?.now.activity.hasContract ?? false;
        const lostDay = isThere || row.over === null ? null : dayNumber(row.over);
        return { ...row, isThere, lostDay };
      });
    });

    /** Of all accounts, per renewal under our eyes how many stayed and how many left. */
    function renewals() {
      const lost = lives.flatMap(({ lostDay }) => lostDay ?? []);
      const seenFrom = Math.min(...lost);
      const seen: { kept: number; lost: number }[] = [];
      for (const { start, lostDay } of lives)
        for (const [at, day] of anniversaries(dayNumber(start), asOfDay).entries()) {
          seen[at] ??= { kept: 0, lost: 0 };
          const isLost = lostDay !== null && lostDay <= day;
          if (day >= seenFrom) seen[at][isLost ? "lost" : "kept"] += 1;
          if (isLost) break;
        }
      return seen;
    }

    it("learns of the renewals that SQL counts", () => {
      const seen = renewals();
      const { points, renewalsSeen, fit } = lifetime.contractModel;
      expect(renewalsSeen).toBe(seen.reduce((sum, { kept, lost }) => sum + kept + lost, 0));
      expect(renewalsSeen).toBeGreaterThan(100);
      for (const { renewal, actual } of points) {
        const row = seen[renewal - 1] ?? { kept: 0, lost: 0 };
        expect(actual.n).toBe(row.kept + row.lost);
        if (actual.value !== null) expect(actual.value).toBeCloseTo(row.kept / actual.n, 12);
      }
      const expected = fitRenewalsBetaGeometric(seen);
      if (expected.reason !== null) {
        expect(fit).toBeNull();
        expect(lifetime.contracts.because).toBe(expected.because);
        return;
      }
      expect(fit?.logLikelihood).toBeCloseTo(expected.logLikelihood, 9);
      expect(fit?.parameters.map((one) => one.value)).toEqual([expected.alpha, expected.beta]);
    });

    it("values contracts as the library does on rows queried apart", () => {
      const own = lives.filter((life) => life.isSelected && life.isThere && life.yearlyMinor > 0);
      expect(lifetime.contracts.accounts).toBe(own.length);
      if (own.some(({ currencies }) => currencies.join() !== "DKK")) return;
      const accounts: ContractAccount[] = own.map(({ start, yearlyMinor }) => {
        const passed = anniversaries(dayNumber(start), asOfDay).length;
        const next = shiftMonths(dayNumber(start), 12 * (passed + 1));
        return {
          yearlyMarginMinor: yearlyMinor,
          renewals: passed,
          yearsToRenewal: Math.min(1, (next - asOfDay) / 365.2425),
        };
      });
      const worth = contractAccountsValue(accounts, { renewals: renewals(), discountRate: 0.08 });
      expect(lifetime.contracts.yearlyMinor).toBeCloseTo(
        accounts.reduce((sum, one) => sum + one.yearlyMarginMinor, 0),
        0,
      );
      if (own.length < 10) return expect(lifetime.contracts.value.value).toBeNull();
      expect(lifetime.contracts.value.value ?? 0).toBeCloseTo(worth.value ?? -1, 0);
      expect(lifetime.contracts.value.low ?? 0).toBeLessThan(worth.value ?? 0);
    });

    it("values orders at what last year's buyers teach, where they are too few for a model", async () => {
      const buyers = (from: string, until: string) =>
        told().query<{ unit: string }>(`WITH ${unitsSql("true")}
          SELECT DISTINCT units.unit FROM purchase o JOIN units ON units.account_id = o.account_id
          LEFT JOIN product_type t ON t.workspace_id = o.workspace_id AND t.id = o.product_type_id
          WHERE o.workspace_id = $1 AND o.contract_id IS NULL AND coalesce(t.billed_as, 'order') <> 'contract'
            AND o.amount_minor > 0 AND o.chosen_by IS DISTINCT FROM 'automatic'
            AND o.ordered_on >= '${from}' AND o.ordered_on < '${until}'`);
      const before = await buyers("2024-10-01", "2025-10-01");
      const now = new Set((await buyers("2025-10-01", "2026-10-01")).map(({ unit }) => unit));
      const { orders } = lifetime;
      if (orders.method !== "constantRetention") return expect(orders.method).toBe("bgNbd");
      const quick = orderLifetimeValue({
        yearlyMarginMinor: orders.yearlyMinor ?? 0,
        opening: before.length,
        kept: before.filter(({ unit }) => now.has(unit)).length,
        discountRate: 0.08,
      });
      if (orders.accounts >= 10) expect(orders.value.value).toBeCloseTo(quick.value ?? -1, 0);
    });

    it("adds up: accounts to their parts, parts to the whole, and every account is active", () => {
      const { accounts, contracts, orders, total } = lifetime;
      const sum = accounts.reduce((all, { valueMinor }) => all + valueMinor, 0);
      if (total.value === null) return expect(accounts.length).toBeLessThan(10);
      expect(sum / total.value).toBeCloseTo(1, 9);
      const parts = [contracts, orders].flatMap(({ value }) => value.value ?? []);
      if (parts.length === 2)
        expect(((parts[0] ?? 0) + (parts[1] ?? 0)) / total.value).toBeCloseTo(1, 9);
      expect(lifetime.segments[0]?.total.value).toBe(total.value);
      expect(lifetime.bins.reduce((all, bin) => all + bin.accounts, 0)).toBe(accounts.length);
      for (const { account } of accounts)
        expect(told().accounts.get(account.name)?.now.standing).not.toBeNull();
      expect(total.low ?? 0).toBeLessThan(total.value);
      expect(total.high ?? 0).toBeGreaterThan(total.value);
    });
  });

  describe("lifetime value", () => {
    it("is worth less the dearer money is, and less in margin than in revenue", async () => {
      const at = async (input: Record<string, string>) =>
        (await getLifetime({ ctx: told().ctx, input })).total.value ?? Number.NaN;
      const cheap = await at({ rate: "6", basis: "revenue" });
      const dear = await at({ rate: "12", basis: "revenue" });
      expect(cheap).toBeGreaterThan(dear);
      expect(await at({ rate: "6", basis: "margin" })).toBeLessThan(cheap);
      await expect(getLifetime({ ctx: told().ctx, input: { rate: "7" } })).rejects.toThrow();
    });

    it("counts nothing for a contract under notice", async () => {
      const { accounts } = await getLifetime({ ctx: told().ctx, input: {} });
      const aalund = accounts.find(({ account }) => account.name === "Aalund Papir");
      expect(aalund?.contractMinor ?? null).toBeNull();
    });

    it("says of the imported workspace why its orders have no model, and what stands in for it", async () => {
      const ctx = await ctxForSystem("superstore", "test", NOW);
      const { orders, orderModel, contracts, basis } = await getLifetime({ ctx, input: {} });
      const until = dayNumber("2017-12-31");
      const queried = await database.queryIn(ctx.workspace.id)<{ days: number[] }>(
        `SELECT array_agg(DISTINCT ordered_on - DATE '1970-01-01' ORDER BY ordered_on - DATE '1970-01-01') AS days
         FROM purchase WHERE workspace_id = $1 AND amount_minor > 0 GROUP BY account_id`,
        [ctx.workspace.id],
      );
      const first = (days: readonly number[]) => days[0] ?? 0;
      const fit = fitBgNbd(
        queried.map(({ days }) => ({
          frequency: days.length - 1,
          recency: (days.at(-1) ?? 0) - first(days),
          age: until - first(days),
        })),
      );
      const boughtIn = (year: number) => (days: readonly number[]) =>
        days.some((day) => isoOfDay(day).startsWith(String(year)));
      const before = queried.filter(({ days }) => boughtIn(2016)(days));
      const quick = orderLifetimeValue({
        yearlyMarginMinor: orders.yearlyMinor ?? 0,
        opening: before.length,
        kept: before.filter(({ days }) => boughtIn(2017)(days)).length,
        discountRate: 0.1,
      });
      if (fit.reason === null || quick.value === null) throw new Error("a model after all");
      expect(orders).toMatchObject({ method: "constantRetention", because: fit.because });
      expect((orders.value.value ?? 0) / quick.value).toBeCloseTo(1, 9);
      expect(orderModel.customers).toBe(793);
      expect([contracts.accounts, basis]).toEqual([0, "margin"]);
    });
  });
}

import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayNumber, isoOfDay } from "@/lib/format/calendar";
import { getLifetime } from "@/lib/loyalty/get-lifetime";
import type { LifetimeDto } from "@/lib/loyalty/lifetime.types";
import {
  contractBaseValue,
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitShiftedBetaGeometric,
  orderBaseValue,
  orderModelValue,
} from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { useTestDatabase } from "../../support/database";
import { createAccount, createProductType } from "../../support/factories/accounts";
import { createContract, createPurchases } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

const { queryIn } = useTestDatabase();

const AS_OF = "2026-10-02";
const AS_OF_DAY = dayNumber(AS_OF);
/** Contract customers of one cohort, at the start and after each of seven yearly renewals. */
const COHORT = [100, 87, 74, 65, 59, 55, 52, 49] as const;
const YEARLY = 1_000_000;
const BUYERS = 240;

/** Orders at an own pace until an own chance, drawn after each, ends them. */
function ordersOf(random: () => number, at: number) {
  const exponential = (mean: number) => -mean * Math.log(1 - random());
  const gap = 20 + exponential(40);
  const chance = 0.25 * random() * random();
  const spend = 10_000 + Math.round(exponential(30_000));
  const orders: { on: string; amountMinor: number }[] = [];
  for (let day = AS_OF_DAY - 1_400 + 4 * at; day <= AS_OF_DAY; ) {
    orders.push({ on: isoOfDay(day), amountMinor: Math.round(spend * (0.5 + random())) });
    if (random() < chance) break;
    day += 1 + Math.round(exponential(gap));
  }
  return orders;
}

async function tellOfBuyers(world: World): Promise<void> {
  const random = seededRandom(7);
  const pumps = await createProductType(world, { name: "Pumps" });
  for (let at = 0; at < BUYERS; at += 1) {
    const { id } = await createAccount(world, { name: `Buyer ${at}` });
    const orders = ordersOf(random, at);
    await createPurchases(
      world,
      id,
      orders.map((order) => ({ ...order, productTypeId: pumps.id })),
    );
  }
}

async function tellOfContracts(world: World): Promise<void> {
  const begin = "2019-03-01";
  for (let at = 0; at < COHORT[0]; at += 1) {
    const lostAt = COHORT.findIndex((count) => at >= count);
    const { id } = await createAccount(world, { name: `Contract ${at}` });
    const endedOn = lostAt < 0 ? undefined : `${2019 + lostAt}-03-01`;
    await createContract(world, id, {
      autoRenews: true,
      ...(endedOn ? { endedOn } : {}),
      terms: [{ from: begin, to: "2020-03-01", yearlyMinor: YEARLY }],
    });
  }
}

type Queried = { name: string; days: number[]; amounts: number[] };

let world: World;
let lifetime: LifetimeDto;
let queried: Queried[];

const rowOf = ({ days, amounts }: Queried, until: number) => {
  const seen = days.filter((day) => day <= until);
  const repeats = amounts.slice(1, seen.length);
  return {
    frequency: repeats.length,
    recency: (seen.at(-1) ?? 0) - (seen[0] ?? 0),
    age: until - (seen[0] ?? 0),
    meanSpend:
      repeats.length === 0 ? 0 : repeats.reduce((sum, one) => sum + one, 0) / repeats.length,
  };
};

beforeAll(async () => {
  world = await createWorld({ asOf: AS_OF });
  await tellOfBuyers(world);
  await tellOfContracts(world);
  lifetime = await getLifetime({ ctx: world.ctx(), input: { rate: "12" } });
  queried = await queryIn(world.workspace.id)<Queried>(
    `SELECT a.name, array_agg(o.day ORDER BY o.day) AS days, array_agg(o.amount ORDER BY o.day) AS amounts
     FROM (SELECT account_id, ordered_on - DATE '1970-01-01' AS day, sum(amount_minor)::float8 AS amount
       FROM purchase WHERE workspace_id = $1 GROUP BY 1, 2) o
     JOIN account a ON a.workspace_id = $1 AND a.id = o.account_id GROUP BY a.id, a.name`,
    [world.workspace.id],
  );
}, 120_000);

describe("orders by their model", () => {
  test("have the fits of the rows SQL gives, with their doubt", () => {
    const rows = queried.map((one) => rowOf(one, AS_OF_DAY));
    const purchases = fitBgNbd(rows);
    const spend = fitGammaGamma(rows.filter(({ frequency }) => frequency > 0));
    if (purchases.reason !== null || spend.reason !== null) throw new Error("no fit");
    expect(lifetime.orders).toMatchObject({ method: "bgNbd", because: null });
    const { purchases: shown, spend: shownSpend, customers, sampled } = lifetime.orderModel;
    expect([customers, sampled]).toEqual([BUYERS, null]);
    expect(shown?.parameters.map(({ name }) => name)).toEqual(["r", "alpha", "a", "b"]);
    for (const { name, value, error, low, high } of shown?.parameters ?? []) {
      const key = name as "r" | "alpha" | "a" | "b";
      expect(value / purchases[key]).toBeCloseTo(1, 6);
      expect(error / purchases.standardErrors[key]).toBeCloseTo(1, 3);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
    expect(shown?.logLikelihood).toBeCloseTo(purchases.logLikelihood, 6);
    expect(shownSpend?.logLikelihood).toBeCloseTo(spend.logLikelihood, 6);
  });

  test("are worth what the library says of those rows, account by account and in all", () => {
    const rows = queried.map((one) => ({ name: one.name, ...rowOf(one, AS_OF_DAY) }));
    const purchases = fitBgNbd(rows);
    const spend = fitGammaGamma(rows.filter(({ frequency }) => frequency > 0));
    if (purchases.reason !== null || spend.reason !== null) throw new Error("no fit");
    const input = {
      ...{ purchases, spend, timePerYear: 365.2425, years: 5 },
      ...{ discountRate: 0.12, marginShare: 1 },
    };
    const worth = new Map(rows.map((row) => [row.name, orderModelValue(row, input).value]));
    const valued = lifetime.accounts.filter(({ orderMinor }) => orderMinor !== null);
    expect(valued.length).toBe(lifetime.orders.accounts);
    expect(valued.length).toBeGreaterThan(50);
    for (const { account, orderMinor } of valued)
      expect((orderMinor ?? 0) / (worth.get(account.name) ?? 0)).toBeCloseTo(1, 5);
    const names = new Set(valued.map(({ account }) => account.name));
    const base = orderBaseValue(
      rows.filter(({ name }) => names.has(name)),
      input,
    );
    if (base.value === null || base.interval === null) throw new Error("no value");
    const { value, low, high } = lifetime.orders.value;
    expect((value ?? 0) / base.value).toBeCloseTo(1, 5);
    expect((low ?? 0) / base.interval.low).toBeCloseTo(1, 3);
    expect((high ?? 0) / base.interval.high).toBeCloseTo(1, 3);
  });

  test("are held against the year that came after a model of then", () => {
    const until = dayNumber("2025-10-02");
    const then = queried.filter(({ days }) => (days[0] ?? 0) <= until);
    const fit = fitBgNbd(then.map((one) => rowOf(one, until)));
    if (fit.reason !== null) throw new Error("no fit");
    const expected = then.map((one) => expectedPurchases(fit, 365, rowOf(one, until)));
    const came = then.flatMap(({ days }) => days.filter((day) => day > until && day <= AS_OF_DAY));
    const { holdout } = lifetime.orderModel;
    expect(holdout).toMatchObject({ until: "2025-10-02", customers: then.length });
    expect(holdout?.actual).toBe(came.length);
    const sum = expected.reduce((all, one) => all + one, 0);
    expect((holdout?.expected ?? 0) / sum).toBeCloseTo(1, 5);
    expect(holdout?.bands.reduce((all, band) => all + band.customers, 0)).toBe(then.length);
  });
});

describe("contracts by their model", () => {
  test("have the fit of the cohort they were told as, and its value", () => {
    const fit = fitShiftedBetaGeometric(COHORT);
    if (fit.reason !== null) throw new Error("no fit");
    expect(lifetime.contracts).toMatchObject({ method: "shiftedBetaGeometric", accounts: 49 });
    const shown = lifetime.contractModel.fit?.parameters.map(({ value }) => value) ?? [];
    expect((shown[0] ?? 0) / fit.alpha).toBeCloseTo(1, 5);
    expect((shown[1] ?? 0) / fit.beta).toBeCloseTo(1, 5);
    const base = contractBaseValue([COHORT], {
      yearlyMarginMinor: YEARLY,
      discountRate: 0.12,
      yearsToRenewal: (dayNumber("2027-03-01") - AS_OF_DAY) / 365.2425,
    });
    if (base.value === null) throw new Error("no value");
    const { value, low, high } = lifetime.contracts.value;
    expect((value ?? 0) / base.value).toBeCloseTo(1, 5);
    expect((low ?? 0) / base.interval.low).toBeCloseTo(1, 3);
    expect((high ?? 0) / base.interval.high).toBeCloseTo(1, 3);
  });

  test("show at each renewal who stayed of those up for it, beside the model", () => {
    const { points, renewalsSeen } = lifetime.contractModel;
    expect(points.map(({ actual }) => actual.n)).toEqual(COHORT.slice(0, -1));
    expect(renewalsSeen).toBe(COHORT.slice(0, -1).reduce((sum, count) => sum + count, 0));
    for (const { renewal, actual, expected } of points) {
      expect(actual.value).toBeCloseTo((COHORT[renewal] ?? 0) / (COHORT[renewal - 1] ?? 1), 12);
      expect(expected?.low ?? 1).toBeLessThan(expected?.value ?? 0);
    }
  });
});

describe("the page", () => {
  test("says that no margin is known, and adds contracts to orders", () => {
    expect(lifetime).toMatchObject({ basis: "revenue", bases: ["revenue"], rate: 0.12 });
    expect(lifetime.marginCoverage).toBe(0);
    const { contracts, orders, total } = lifetime;
    expect(total.value).toBeCloseTo((contracts.value.value ?? 0) + (orders.value.value ?? 0), 0);
    expect(lifetime.isLowerBound).toBe(false);
  });

  test("values at the rate that was asked for, 10 % without one", async () => {
    const usual = await getLifetime({ ctx: world.ctx(), input: {} });
    expect(usual.rate).toBe(0.1);
    expect(usual.total.value ?? 0).toBeGreaterThan(lifetime.total.value ?? 0);
    await expect(getLifetime({ ctx: world.ctx(), input: { rate: "0" } })).rejects.toThrow();
  });

  test("shows a colleague the same, and does not know a segment of another workspace", async () => {
    const seen = await getLifetime({ ctx: world.ctx("viewer"), input: { rate: "12" } });
    expect(seen.total).toEqual(lifetime.total);
    const segmentId = "01890a5d-ac96-774b-bcce-b302099a8057";
    await expect(getLifetime({ ctx: world.ctx(), input: { segmentId } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("little to go on", () => {
  test("is no value in an empty workspace", async () => {
    const empty = await createWorld();
    const { total, bins, contractModel, orderModel } = await getLifetime({
      ctx: empty.ctx(),
      input: {},
    });
    expect([total.value, total.n, bins]).toEqual([null, 0, []]);
    expect([contractModel.points, orderModel.holdout]).toEqual([[], null]);
  });

  test("is a lower bound where nobody has left, and no figure of three accounts", async () => {
    const young = await createWorld({ asOf: AS_OF });
    const begin = async (count: number) => {
      for (let at = 0; at < count; at += 1) {
        const { id } = await createAccount(young);
        await createContract(young, id, {
          autoRenews: true,
          terms: [{ from: addDays(AS_OF, -500), to: addDays(AS_OF, -135), yearlyMinor: YEARLY }],
        });
      }
    };
    await begin(3);
    const few = await getLifetime({ ctx: young.ctx(), input: {} });
    expect(few.total).toMatchObject({ value: null, n: 3, reason: "tooFewAnswers" });
    await begin(12);
    const more = await getLifetime({ ctx: young.ctx(), input: {} });
    expect(more).toMatchObject({ isLowerBound: true });
    expect(more.contracts).toMatchObject({
      method: "constantRetention",
      because: "tooFewRenewals",
    });
    expect(more.total.value).toBeGreaterThan(0);
  });
});

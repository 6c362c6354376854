import { beforeAll, expect, test } from "vitest";
import { REPORTS } from "@/app/w/[workspace]/_report/reports";
import { getComparison } from "@/lib/loyalty/get-comparison";
import { getFigures } from "@/lib/loyalty/get-figures";
import { getGrowth } from "@/lib/loyalty/get-growth";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getRetention } from "@/lib/loyalty/get-retention";
import { getSegmentMeasures } from "@/lib/loyalty/get-segment-measures";
import { createSegment } from "@/lib/segments/create-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const COUNTRIES = { DK: [10, 10, 9], SE: [2, 4, 6], FI: [9, 7, 3] } as const;
const ACCOUNTS = 12;

let world: World;

/** Danes who promote, Swedes who do not, and Finns of both kinds. */
beforeAll(async () => {
  world = await createWorld({ asOf: "2026-10-02" });
  const survey = await createSurvey(world);
  for (const [country, scores] of Object.entries(COUNTRIES))
    for (let at = 0; at < ACCOUNTS; at += 1) {
      const account = await createAccount(world, { name: `${country} ${at}`, country });
      await createContract(world, account.id, {
        terms: [{ from: "2025-01-01", to: "2027-12-31", yearlyMinor: 100_000 + at }],
      });
      const contact = await createContact(world, account.id, {});
      const value = scores[at % scores.length] as number;
      await createAnswer(world, survey, contact, { on: "2026-08-01", value });
    }
});

function compare(input: object, of: World = world) {
  return getComparison({ ctx: of.ctx("viewer"), input });
}

test("a group that differs from all the others is said to; one that does not is not", async () => {
  const { groups, measure } = await compare({ split: "country" });
  expect(measure).toBe("netPromoterScore");
  const byCountry = new Map(groups.map((group) => [group.key, group]));
  expect(byCountry.get("DK")).toMatchObject({ accounts: ACCOUNTS, isReal: true });
  expect(byCountry.get("DK")?.difference).toBeCloseTo(100 - -50, 6);
  expect(byCountry.get("SE")).toMatchObject({ isReal: true });
  expect(byCountry.get("SE")?.difference).toBeLessThan(0);
  expect(byCountry.get("FI")).toMatchObject({ isReal: false });
});

test("a segment's figure is the one its own overview has, for every measure that suits", async () => {
  const rules = { kind: "text", field: "country", is: ["FI"] };
  const { id } = await createSegment({ ctx: world.ctx(), input: { name: "Finns", rules } });
  const { tiles, moreTiles } = await getOverview({ ctx: world.ctx(), input: { segmentId: id } });
  const { measures } = await compare({});
  for (const measure of measures) {
    const { groups } = await compare({ split: "segments", measure });
    const own = groups.find(({ key }) => key === id)?.tile;
    const tile = [...tiles, ...moreTiles].find(({ key }) => key === measure);
    const figure = ({ value, interval, n, reason }: NonNullable<typeof own>) => ({
      value,
      interval,
      n,
      reason,
    });
    expect(own && figure(own), measure).toEqual(tile && figure(tile));
  }
});

test("too few are no figure and no test, but are counted", async () => {
  const few = await createWorld({ asOf: "2026-10-02" });
  const account = await createAccount(few, { country: "NO" });
  await createContract(few, account.id, {
    terms: [{ from: "2025-01-01", to: "2027-12-31", yearlyMinor: 100_000 }],
  });
  const contact = await createContact(few, account.id, {});
  await createAnswer(few, await createSurvey(few), contact, { on: "2026-08-01", value: 9 });
  const { groups, all } = await compare({ split: "country" }, few);
  expect(groups).toMatchObject([
    { key: "NO", accounts: 1, difference: null, isReal: null, tile: { value: null, n: 1 } },
  ]);
  expect(all?.reason).toBe("tooFewAnswers");
});

test("a measure nobody knows is the first that suits, and an owner of elsewhere is not found", async () => {
  expect((await compare({ measure: "folklore" })).measure).toBe("netPromoterScore");
  const gross = await compare({ measure: "grossRevenueRetention" });
  expect(gross.definitions.map(({ key }) => key)).toContain(gross.definitionKey);
  expect(gross.definitionKey).not.toBe((await compare({})).definitionKey);
  const foreign = compare({ ownerId: "0b8e5a2c-1f7d-4a0e-9a3e-0d6f0a6f7a11" });
  await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a segment's page has its figures and those of all, and says which really differ", async () => {
  const rules = { kind: "text", field: "country", is: ["DK"] };
  const { id } = await createSegment({ ctx: world.ctx(), input: { name: "Danes", rules } });
  const read = (of: World) =>
    getSegmentMeasures({ ctx: of.ctx("viewer"), input: { segmentId: id } });
  const { measures, accounts } = await read(world);
  expect(accounts).toBe(ACCOUNTS);
  const overview = await getOverview({ ctx: world.ctx(), input: { segmentId: id } });
  const everybody = await getOverview({ ctx: world.ctx(), input: {} });
  const all = [...everybody.tiles, ...everybody.moreTiles];
  expect(measures.map((row) => row.all)).toEqual(all);
  const tiles = [...overview.tiles, ...overview.moreTiles];
  expect(measures.flatMap(({ own }) => own ?? [])).toEqual(
    all.flatMap(({ key }) => tiles.find((tile) => tile.key === key) ?? []),
  );
  const byKey = new Map(measures.map((row) => [row.key, row]));
  const { groups } = await compare({ split: "country" });
  const danes = groups.find(({ key }) => key === "DK");
  expect(byKey.get("netPromoterScore")).toMatchObject({
    difference: danes?.difference,
    isReal: true,
  });
  expect(byKey.get("grossRevenueRetention")?.isReal).not.toBe(true);
  await expect(read(await createWorld())).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a segment of nobody has no figure, and says that it is nobody's and not that the data are young", async () => {
  const rules = { kind: "text", field: "country", is: ["IS"] };
  const { id } = await createSegment({ ctx: world.ctx(), input: { name: "Nobody", rules } });
  const input = { segmentId: id };
  const { measures, accounts } = await getSegmentMeasures({ ctx: world.ctx("viewer"), input });
  expect(accounts).toBe(0);
  expect(measures.map(({ own }) => own?.value ?? null)).toEqual(measures.map(() => null));
  const retention = measures.find(({ key }) => key === "netRevenueRetention");
  expect(retention?.own).toMatchObject({ help: { code: "nobodyYearAgo" } });
});

test("net retention is one figure: on the overview, Retention, Earned growth, Compare, for programs and in files", async () => {
  const ctx = world.ctx();
  const { tiles, moreTiles } = await getOverview({ ctx, input: {} });
  const tile = [...tiles, ...moreTiles].find(({ key }) => key === "netRevenueRetention");
  if (!tile || tile.value === null || !tile.interval) throw new Error("no net retention");
  const { value, n, interval } = tile;
  const [low, high] = [interval.low, interval.high];
  const retention = await getRetention({ ctx, input: {} });
  expect(retention.net).toMatchObject({ value, n });
  expect(retention.byGroup.all.net).toMatchObject({ value, low, high, n });
  expect(retention.tiles.find(({ key }) => key === tile.key)).toEqual(tile);
  const growth = await getGrowth({ ctx, input: {} });
  expect([growth.figure?.netRetention, growth.openingAccounts]).toEqual([value, n]);
  expect((await compare({ measure: "netRevenueRetention" })).all).toEqual(tile);
  const { figures } = await getFigures({ ctx, input: {} });
  const told = figures.find(({ measure }) => measure === tile.key);
  expect(told).toMatchObject({ value, n, interval: { low, high } });
  const files = await REPORTS.retention?.(ctx, {});
  const [all] = files?.find(({ key }) => key === "groups")?.rows ?? [];
  expect(all?.slice(2, 6)).toEqual([value, low, high, n]);
});

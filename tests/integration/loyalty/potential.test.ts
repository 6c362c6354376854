import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { potentialTables } from "@/app/w/[workspace]/potential/potential-tables";
import { newId } from "@/lib/db/new-id";
import { getPotential } from "@/lib/loyalty/get-potential";
import { upliftPotential } from "@/lib/metrics";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact, createProductType } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";
import { tellStory } from "./story";

useTestDatabase();

const LARGE = { loyal: [900, 1_000, 1_100, 1_200, 1_300], lessLoyal: [400, 500, 600] };
const SMALL = { loyal: [100], lessLoyal: [90, 80] };
const MARGIN = 0.4;
let world: World;

/** Steady contracts of two sizes; a 9 makes an account loyal, a 7 does not. */
async function tellOfSizes() {
  world = await createWorld({ asOf: "2026-10-02" });
  const nps = await createSurvey(world);
  const service = await createProductType(world, { billedAs: "contract", marginRatio: MARGIN });
  const add = async (sizeBand: string, yearlyMinor: number, value: number | null) => {
    const { id } = await createAccount(world, { sizeBand });
    await createContract(world, id, {
      productTypeId: service.id,
      terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor }],
    });
    const contact = await createContact(world, id);
    if (value !== null) await createAnswer(world, nps, contact, { on: "2026-08-01", value });
  };
  for (const [sizeBand, { loyal, lessLoyal }] of [
    ["250+", LARGE],
    ["50-249", SMALL],
  ] as const) {
    for (const yearlyMinor of loyal) await add(sizeBand, yearlyMinor, 9);
    for (const yearlyMinor of lessLoyal) await add(sizeBand, yearlyMinor, 7);
  }
  await add("250+", 5_000, null);
}

beforeAll(tellOfSizes);

const read = (input = {}) => getPotential({ ctx: world.ctx(), input });

describe("what loyalty is worth", () => {
  test("is the difference inside each size, times the stated share", async () => {
    const potential = await read({ share: "10" });
    const expected = 0.1 * 3 * (1_100 - 500);
    expect(potential.revenue.value).toBeCloseTo(expected, 9);
    expect(potential.margin.value).toBeCloseTo(expected * MARGIN, 9);
    expect(potential.revenue.low).toBeLessThan(expected);
    expect(potential.revenue.high).toBeGreaterThan(expected);
  });

  test("is the library's figure for rows written down by hand", async () => {
    const potential = await read({ share: "20" });
    const rows = (stratum: string, { loyal, lessLoyal }: typeof LARGE) => [
      ...loyal.map((revenueMinor) => ({ stratum, isLoyal: true, revenueMinor })),
      ...lessLoyal.map((revenueMinor) => ({ stratum, isLoyal: false, revenueMinor })),
    ];
    const own = upliftPotential([...rows("250+", LARGE), ...rows("50-249", SMALL)], {
      conversionShare: 0.2,
      replicates: 300,
    });
    if (own.revenue.value === null) throw new Error("no figure");
    expect(potential.revenue).toMatchObject({
      value: own.revenue.value,
      low: own.revenue.interval?.low,
      high: own.revenue.interval?.high,
      n: 8,
    });
    expect(potential.comparableRevenueShare).toBe(own.comparableRevenueShare);
    expect(potential.unstratified.value).toBe(own.unstratified.value);
  });

  test("leaves out accounts nobody knows, and names a size with too few loyal ones", async () => {
    const potential = await read();
    expect(potential).toMatchObject({ knownAccounts: 11, notKnownAccounts: 1 });
    expect(potential.sizes.map(({ sizeBand, reason }) => [sizeBand, reason])).toEqual([
      ["50-249", "tooFewLoyal"],
      ["250+", null],
    ]);
    expect(potential.sizes[0]?.revenue).toMatchObject({ value: null, reason: "nothingComparable" });
  });

  test("grows in proportion to the stated share, a fifth if none is stated", async () => {
    const [usual, whole] = [await read(), await read({ share: "100" })];
    expect(usual.conversionShare).toBeCloseTo(0.2, 12);
    expect(whole.revenue.value).toBeCloseTo(5 * (usual.revenue.value ?? 0), 9);
  });

  test("does not know a margin where a contract's is not recorded", async () => {
    const story = await tellStory();
    const potential = await getPotential({ ctx: story.world.ctx(), input: {} });
    expect(potential.revenue).toMatchObject({ value: null, reason: "nothingComparable" });
    expect(potential.marginKnownShare).toBeLessThan(1);
  });

  test("is not known in an empty workspace", async () => {
    const empty = await createWorld();
    const potential = await getPotential({ ctx: empty.ctx(), input: {} });
    expect(potential.revenue).toMatchObject({ value: null, reason: "noData" });
    expect(potential.sizes).toEqual([]);
  });

  test("refuses a share that is none, and whoever may not read figures", async () => {
    await expect(read({ share: "0" })).rejects.toBeInstanceOf(ZodError);
    await expect(read({ share: "abc" })).rejects.toBeInstanceOf(ZodError);
    const actor = { type: "respondent", invitationId: newId() } as const;
    await expect(getPotential({ ctx: { ...world.ctx(), actor }, input: {} })).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
  });

  test("does not find another workspace's segment", async () => {
    await expect(read({ segmentId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("leaves as tables of the same figures", async () => {
    const [worth, sizes] = await potentialTables(world.ctx(), { share: "10" });
    const potential = await read({ share: "10" });
    const { value, low, high, n } = potential.revenue;
    expect(worth?.rows[0]).toEqual(["Revenue", value, low, high, n]);
    expect(sizes?.rows).toHaveLength(2);
    expect(sizes?.rows.every((row) => row.length === sizes.columns.length)).toBe(true);
  });
});

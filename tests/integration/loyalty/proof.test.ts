import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { proofTables } from "@/app/w/[workspace]/proof/proof-tables";
import { newId } from "@/lib/db/new-id";
import { getProof } from "@/lib/loyalty/get-proof";
import type { ProofDto } from "@/lib/loyalty/proof.types";
import { type ProofRow, proofOfPrediction } from "@/lib/metrics";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createChurnEvent, createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const AS_OF = "2026-10-02";
/** How many accounts gave each answer in the summer of last year, and how many of them left in the spring. */
const GIVEN = [
  { value: 4, accounts: 14, lost: 9 },
  { value: 8, accounts: 12, lost: 3 },
  { value: 10, accounts: 20, lost: 1 },
] as const;
let world: World;
let proof: ProofDto;

async function tellOfYears() {
  world = await createWorld({ asOf: AS_OF });
  const nps = await createSurvey(world);
  for (const { value, accounts, lost } of GIVEN)
    for (let index = 0; index < accounts; index += 1) {
      const { id } = await createAccount(world, {});
      await createContract(world, id, {
        terms: [{ from: "2025-01-01", to: "2029-01-01", yearlyMinor: 1_000 }],
      });
      const contact = await createContact(world, id);
      await createAnswer(world, nps, contact, { on: "2025-08-01", value });
      if (index < lost)
        await createChurnEvent(world, id, { on: "2026-04-01", kind: "account_lost" });
    }
}

beforeAll(async () => {
  await tellOfYears();
  proof = await getProof({ ctx: world.ctx(), input: { measure: "nps" } });
}, 60_000);

const byHand: ProofRow[] = GIVEN.flatMap(({ value, accounts, lost }) =>
  Array.from({ length: accounts }, (_, index) => ({ score: value, isRetained: index >= lost })),
);

function measured(of: ProofDto, measure: string) {
  const found = of.measures.find((each) => each.measure === measure);
  if (!found) throw new Error(`no ${measure}`);
  return found;
}

describe("the proof", () => {
  test("is the library's for answers and losses written down by hand", () => {
    const own = proofOfPrediction(byHand, { edges: [7, 9] });
    const nps = measured(proof, "nps");
    expect(nps.verdict).toBe("predicts");
    expect(nps.verdict).toBe(own.verdict);
    expect(nps.bands.map(({ retained }) => [retained.value, retained.n])).toEqual([
      [5 / 14, 14],
      [9 / 12, 12],
      [19 / 20, 20],
    ]);
    expect(nps.bands.map(({ retained }) => retained.low)).toEqual(
      own.bands.map(({ retained }) => (retained.value === null ? null : retained.interval?.low)),
    );
    if (own.trend.value === null || own.validity.concordance.value === null)
      throw new Error("no trend");
    expect(nps.trend).toEqual({ pValue: own.trend.pValue, isReal: true });
    expect(nps.concordance).toMatchObject({
      value: own.validity.concordance.value,
      low: own.validity.concordance.interval?.low,
      high: own.validity.concordance.interval?.high,
    });
    expect(nps.skill).toBe(own.validity.brier.skill);
  });

  test("counts every account once a year, and those that were lost", () => {
    expect(proof).toMatchObject({
      accounts: 46,
      rows: 46,
      lost: 13,
      years: 1,
      thenOn: "2025-10-02",
    });
    expect(proof.assumed.n).toBe(46);
  });

  test("says of which accounts somebody took care, and who was left alone", () => {
    const nps = measured(proof, "nps");
    expect(nps.leftAlone?.n).toBe(46);
    expect(nps.actedOn?.n).toBe(0);
  });

  test("finds at which answer retention jumps", () => {
    expect(proof.jump.n).toBe(46);
    expect(proof.jump.cut).toMatchObject({ from: 8, isReal: true });
    for (const { retained } of proof.jump.answers) {
      expect(retained.value === null, `${retained.n} accounts`).toBe(retained.n < 10);
    }
  });

  test("races measures on the accounts that have both", () => {
    const behaviour = proof.pairs.find(({ measure }) => measure === "attitude");
    expect(behaviour).toMatchObject({ n: 46, lost: 13 });
    expect(measured(proof, "satisfaction")).toMatchObject({ n: 0, verdict: "tooFewToSay" });
  });

  test("does not speak where too few were lost", async () => {
    const few = await createWorld({ asOf: AS_OF });
    const { id } = await createAccount(few, {});
    await createContract(few, id, {
      terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 1_000 }],
    });
    const told = await getProof({ ctx: few.ctx(), input: {} });
    expect(told).toMatchObject({ rows: 2, lost: 0, years: 2, tooShortUntil: null });
    expect(told.measures.every(({ verdict }) => verdict === "tooFewToSay")).toBe(true);
    const bands = told.measures.flatMap((measure) => measure.bands);
    expect(bands.map(({ retained }) => retained.n)).toContain(2);
    for (const { retained, expected, lost } of bands)
      expect([retained.value, retained.low, retained.reason, expected, lost]).toEqual([
        null,
        null,
        "tooFewAnswers",
        null,
        0,
      ]);
    for (const { concordance, trend } of told.measures)
      expect([concordance.value, trend]).toEqual([null, null]);
    expect(told.assumed.bands).toMatchObject([
      { observed: { value: null, n: 2 }, lost: 0, isOff: false },
    ]);
  });

  test("says from when there can be one where the history is too short, and nothing in an empty workspace", async () => {
    const young = await createWorld({ asOf: AS_OF });
    const { id } = await createAccount(young, {});
    await createContract(young, id, {
      terms: [{ from: "2026-03-10", to: "2029-01-01", yearlyMinor: 1_000 }],
    });
    const told = await getProof({ ctx: young.ctx(), input: {} });
    expect(told).toMatchObject({ rows: 0, years: 0, tooShortUntil: "2027-03-31" });
    const empty = await getProof({ ctx: (await createWorld()).ctx(), input: {} });
    expect(empty).toMatchObject({ rows: 0, lost: 0, tooShortUntil: null });
  });

  test("refuses a measure that is none, and whoever may not read figures", async () => {
    const ctx = world.ctx();
    await expect(getProof({ ctx, input: { measure: "luck" } })).rejects.toBeInstanceOf(ZodError);
    const actor = { type: "respondent", invitationId: newId() } as const;
    await expect(getProof({ ctx: { ...ctx, actor }, input: {} })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(getProof({ ctx, input: { ownerId: newId() } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("leaves as tables, each row as wide as its heading, in every language", async () => {
    for (const locale of ["en", "da", "sv", "nb", "fi"])
      for (const measure of ["nps", "engagement", "heard"]) {
        const tables = await proofTables({ ...world.ctx(), locale }, { measure });
        expect(tables.map(({ key }) => key)).toEqual([
          "bands",
          "split",
          "race",
          "pairs",
          "jump",
          "assumed",
        ]);
        for (const { rows, columns } of tables)
          expect(rows.every((row) => row.length === columns.length)).toBe(true);
      }
  });
});

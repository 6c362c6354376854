import { expect, test } from "vitest";
import { addDays } from "@/lib/format/calendar";
import { getNpsCounts } from "@/lib/loyalty/get-nps-counts";
import { getOverview } from "@/lib/loyalty/get-overview";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";
import { importText } from "../imports/import-world";

useTestDatabase();

const AS_OF = "2026-10-02";

async function activeAccount(world: World, externalId: string) {
  const account = await createAccount(world, { externalId });
  await createContract(world, account.id, {
    terms: [{ from: "2026-01-01", to: "2026-12-31", yearlyMinor: 1_000_000 }],
  });
  return account;
}

/** Twelve accounts: the first with a person who answered three times, the others with one each. */
async function oldAnswers(world: World): Promise<string> {
  const rows = ["Response id,Email,Account id,Score,Date"];
  for (let i = 0; i < 12; i += 1) {
    const account = await activeAccount(world, `A${i}`);
    await createContact(world, account.id, { email: `p${i}@x.example` });
    rows.push(`r${i},p${i}@x.example,A${i},${i % 2 === 0 ? 10 : 3},2026-05-0${1 + (i % 9)}`);
  }
  rows.push("x1,p0@x.example,A0,0,2026-01-01", "x2,p0@x.example,A0,0,2026-02-01");
  rows.push("y1,,Nobody Ltd,9,2026-03-01", "z1,p1@x.example,A1,10,2025-10-02");
  return rows.join("\n");
}

const get = (world: World, input = {}) => getNpsCounts({ ctx: world.ctx("viewer"), input });

test("the old number counts every answer of the last 12 months once, ours every account", async () => {
  const world = await createWorld({ asOf: AS_OF });
  await importText(world.ctx(), "answers", await oldAnswers(world), { source: "delighted" });
  const counts = await get(world);
  expect(counts).toMatchObject({
    from: "2025-10-03",
    until: AS_OF,
    source: null,
    sources: [{ name: "delighted", answers: 15 }],
    // 7 promoters and 8 detractors of 15, as any calculator has it.
    everyAnswer: { n: 15, promoters: 7, passives: 0, detractors: 8, value: (100 * (7 - 8)) / 15 },
    // Each person's latest, and the answer of nobody known: 7 against 6 of 13.
    everyPerson: { n: 13, promoters: 7, detractors: 6, value: 100 / 13 },
    ours: { value: 0, accounts: 12, answers: 12 },
    withoutAccount: 1,
  });
  const { tiles } = await getOverview({ ctx: world.ctx(), input: {} });
  const tile = tiles.find(({ key }) => key === "netPromoterScore");
  expect(counts.ours).toMatchObject({
    value: tile?.value,
    low: tile?.interval?.low,
    high: tile?.interval?.high,
    accounts: tile?.n,
  });
});

test("another period and one source alone can be asked for; what is no day is the usual one", async () => {
  const world = await createWorld({ asOf: AS_OF });
  await importText(world.ctx(), "answers", await oldAnswers(world), { source: "delighted" });
  const survey = await createSurvey(world);
  const account = await activeAccount(world, "B1");
  const contact = await createContact(world, account.id);
  await createAnswer(world, survey, contact, { on: "2026-06-01", value: 10 });
  await createAnswer(world, survey, contact, { on: "2026-06-02", value: 1, class: "held" });
  expect((await get(world)).everyAnswer.n).toBe(16);
  expect((await get(world, { source: "delighted" })).everyAnswer.n).toBe(15);
  expect((await get(world, { source: "survey" })).everyAnswer).toMatchObject({ n: 1, value: 100 });
  const early = await get(world, { from: "2026-01-01", until: "2026-02-28" });
  expect(early.everyAnswer).toMatchObject({ n: 2, value: -100 });
  expect(early.ours).toMatchObject({ value: null, accounts: 2 });
  const none = await get(world, { from: "2020-01-01", until: "2020-02-28" });
  expect(none).toMatchObject({ everyAnswer: { n: 0, value: null }, sources: [] });
  for (const odd of [{ from: "31/12" }, { until: addDays(AS_OF, 1) }, { from: "2026-12-01" }]) {
    expect(await get(world, odd)).toMatchObject({ from: "2025-10-03", until: AS_OF });
  }
});

test("without answers there is no number, and another workspace's are not seen", async () => {
  const other = await createWorld({ asOf: AS_OF });
  await importText(other.ctx(), "answers", await oldAnswers(other));
  const world = await createWorld({ asOf: AS_OF });
  expect(await get(world)).toMatchObject({
    everyAnswer: { value: null, n: 0 },
    everyPerson: { value: null, n: 0 },
    ours: { value: null, accounts: 0 },
  });
  const ctx = { ...world.ctx(), actor: { type: "respondent", invitationId: world.workspace.id } };
  await expect(getNpsCounts({ ctx: ctx as never, input: {} })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

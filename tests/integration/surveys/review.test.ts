import { expect, test } from "vitest";
import * as unsent from "@/app/s/[token]/unsent/route";
import { withWorkspace } from "@/lib/db/with-workspace";
import { getBothWays } from "@/lib/surveys/answers/get-both-ways";
import { listHeldAnswers } from "@/lib/surveys/answers/list-held-answers";
import { reviewAnswers } from "@/lib/surveys/answers/review-answers";
import { useTestDatabase } from "../../support/database";
import { type Asked, ask, eventsOf, letPass, post, scores, setHandedAt } from "./respondent-world";
import { auditVerbs, makeWorld } from "./survey-world";

useTestDatabase();

const list = (asked: Asked, input: Record<string, unknown> = {}) =>
  listHeldAnswers({ ctx: asked.world.ctx(), input });
const decide = (asked: Asked, responseIds: string[], decision: string) =>
  reviewAnswers({ ctx: asked.world.ctx(), input: { responseIds, decision } });

/** A score and a sentence three seconds after hand-over. */
async function tooFast(): Promise<Asked> {
  const asked = await ask({}, { isDemo: false });
  await setHandedAt(asked, 3);
  await asked.press("3", { touched: "1" });
  await asked.details({ comment: "I was really quick", touched: "1" });
  await letPass(asked, 3_600);
  return asked;
}

const idsOf = async (asked: Asked, question = "nps") =>
  (await eventsOf(asked)).filter((row) => row.question === question).map((row) => row.id);

test("each answer that does not count is listed with reason, evidence, person and account", async () => {
  const asked = await tooFast();
  const { people, total, waiting } = await list(asked);
  expect({ total, waiting }).toEqual({
    total: 1,
    waiting: { people: 1, byReason: [{ reason: "too_fast", people: 1 }] },
  });
  expect(people[0]).toMatchObject({
    name: "Lone Ravn",
    account: { id: asked.accountId, name: "Grenaa Havn" },
    wave: { id: asked.waveId },
    answers: [
      {
        class: "held",
        reason: "too_fast",
        answer: "3",
        comment: "I was really quick",
        evidence: { isTrusted: true, afterHandOver: 3, linksOpened: 0, skipped: [] },
        decision: null,
      },
    ],
  });
});

test("accepted, it counts from when it was given, with the sentence; the held one stays", async () => {
  const asked = await tooFast();
  const [id = ""] = await idsOf(asked);
  await decide(asked, [id], "accepted");
  expect(await scores(asked)).toEqual([
    ["nps", 3, "held", "too_fast"],
    ["nps", 3, "confirmed", null],
    ["comment", "I was really quick", "held", "too_fast"],
    ["comment", "I was really quick", "confirmed", null],
  ]);
  const [held, accepted] = await eventsOf(asked);
  expect(accepted?.answeredAt).toEqual(held?.answeredAt);
  expect(accepted?.evidence).toMatchObject({ acceptedFrom: id });
  expect((await list(asked)).total).toBe(0);
  const decided = await list(asked, { show: "decided" });
  expect(decided.people[0]?.answers[0]?.decision).toMatchObject({
    isAccepted: true,
    by: "Mette Holm",
  });
  expect(await auditVerbs(asked.world)).toContain("reviewAnswers");
  const changes = await withWorkspace(asked.world.system(), (tx) =>
    tx.factsChange.count({ where: { accountId: asked.accountId } }),
  );
  expect(changes).toBeGreaterThan(0);
});

test("rejected, it leaves the list and never counts; nobody decides twice", async () => {
  const asked = await tooFast();
  const ids = await idsOf(asked);
  await decide(asked, ids, "rejected");
  expect((await list(asked)).total).toBe(0);
  expect((await scores(asked)).filter(([, , kind]) => kind === "confirmed")).toEqual([]);
  await expect(decide(asked, ids, "accepted")).rejects.toMatchObject({ code: "CONFLICT" });
});

test("all of a machine's answers are rejected at once, only one can be accepted", async () => {
  const asked = await ask({}, { isDemo: false });
  await setHandedAt(asked, 7200);
  for (let c = 0; c <= 10; c += 1) await asked.press(String(c));
  const ids = await idsOf(asked);
  expect((await list(asked)).people[0]?.answers).toHaveLength(11);
  await expect(decide(asked, ids, "accepted")).rejects.toThrow("only one can count");
  await decide(asked, ids, "rejected");
  expect((await list(asked)).total).toBe(0);
});

test("a person's later answer settles it: nothing waits, and nothing older can be accepted", async () => {
  const asked = await tooFast();
  const ids = await idsOf(asked);
  await asked.press("9", { touched: "1" });
  expect((await list(asked)).total).toBe(0);
  await expect(decide(asked, ids, "accepted")).rejects.toMatchObject({ code: "CONFLICT" });
});

test("the list can be narrowed to one reason, and an unknown page or filter is the first", async () => {
  const asked = await tooFast();
  expect((await list(asked, { reason: "honeypot" })).total).toBe(0);
  expect((await list(asked, { reason: "too_fast", page: "x", show: "?" })).total).toBe(1);
});

test("only an admin reviews, and nobody another workspace's answers", async () => {
  const asked = await tooFast();
  const ids = await idsOf(asked);
  for (const role of ["viewer", "account_manager"] as const) {
    const ctx = asked.world.ctx(role);
    await expect(listHeldAnswers({ ctx, input: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      reviewAnswers({ ctx, input: { responseIds: ids, decision: "accepted" } }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  const ctx = (await makeWorld()).ctx();
  expect((await listHeldAnswers({ ctx, input: {} })).total).toBe(0);
  await expect(
    reviewAnswers({ ctx, input: { responseIds: ids, decision: "accepted" } }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const input of [{}, { responseIds: ["x"], decision: "accepted" }, { responseIds: ids }]) {
    await expect(reviewAnswers({ ctx: asked.world.ctx(), input })).rejects.toThrow();
  }
});

test("a survey's figure stands both ways, with the held by reason and those who only looked", async () => {
  const asked = await ask({}, { isDemo: false });
  const { world } = asked;
  await setHandedAt(asked, 7200);
  const wave = await withWorkspace(world.system(), (tx) =>
    tx.wave.findFirst({ where: { id: asked.waveId }, select: { surveyId: true } }),
  );
  const both = () => getBothWays({ ctx: world.ctx("viewer"), input: { surveyId: wave?.surveyId } });
  await asked.visit("9");
  expect(await both()).toMatchObject({ confirmed: { n: 0, value: null }, visitedOnly: 1 });
  await post(unsent.POST, asked.token, { score: "9", signal: "focus" });
  expect(await both()).toMatchObject({
    confirmed: { n: 0 },
    withProvisional: { n: 1, value: 100 },
    provisional: 1,
    visitedOnly: 1,
    canReview: false,
  });
  await asked.press("4", { website: "x" });
  expect(await both()).toMatchObject({
    held: [{ reason: "honeypot", people: 1 }],
    provisional: 0,
    visitedOnly: 0,
  });
  await letPass(asked, 3_600);
  await asked.press("2", { touched: "1" });
  expect(await both()).toMatchObject({ confirmed: { n: 1, value: -100 }, heldPeople: 0 });
  const period = { question: "nps", from: "2000-01-01", until: "2000-12-31" };
  expect(await getBothWays({ ctx: world.ctx(), input: period })).toMatchObject({
    confirmed: { n: 0 },
    visitedOnly: 0,
  });
  const stranger = getBothWays({
    ctx: (await makeWorld()).ctx(),
    input: { surveyId: wave?.surveyId },
  });
  await expect(stranger).rejects.toMatchObject({ code: "NOT_FOUND" });
});

import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { createSegment } from "@/lib/segments/create-segment";
import { getAnswer } from "@/lib/surveys/inbox/get-answer";
import { getOpenAnswerCount } from "@/lib/surveys/inbox/get-open-answer-count";
import { handleAnswer } from "@/lib/surveys/inbox/handle-answer";
import { listAnswers } from "@/lib/surveys/inbox/list-answers";
import { lookAtAnswers } from "@/lib/surveys/inbox/look-at-answers";
import { reopenAnswer } from "@/lib/surveys/inbox/reopen-answer";
import { replyToAnswer } from "@/lib/surveys/inbox/reply-to-answer";
import { createWebhook } from "@/lib/workspaces/webhooks/create-webhook";
import { useTestDatabase } from "../../support/database";
import { createAccount } from "../../support/factories/accounts";
import { createAnswer } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { auditOf, joinWorld } from "../../support/factories/people";
import { createWorld } from "../../support/factories/world";
import { answered, createInboxWorld, hideNames, type InboxWorld, TODAY } from "./inbox-world";

useTestDatabase();
let inbox: InboxWorld;
beforeEach(async () => {
  inbox = await createInboxWorld();
});

const list = (input: Record<string, string> = {}, who = inbox.manager) =>
  listAnswers({ ctx: who.ctx, input });
const scoresOf = async (input: Record<string, string>, who = inbox.manager) =>
  (await list(input, who)).entries.map((entry) => entry.score);

describe("the list", () => {
  test("tells of each confirmed answer who said what, and what the account is worth", async () => {
    await createContract(inbox.world, inbox.account.id, {
      terms: [{ from: "2024-01-01", to: null, yearlyMinor: 12_000_000 }],
    });
    await answered(inbox, { value: 6, comment: "Too slow.", wantsContact: true });
    const { entries, next, filter } = await list();
    expect(filter.whose).toBe("mine");
    expect(next).toBeNull();
    expect(entries).toEqual([
      expect.objectContaining({
        score: "6 of 10",
        standing: "unhappy",
        comment: "Too slow.",
        wantsContact: true,
        surveyName: "Survey",
        person: { name: "Anne Krog", isHidden: false, role: "user" },
        account: expect.objectContaining({ name: "Grenaa Havn", runningMinor: 12_000_000 }),
        handled: null,
      }),
    ]);
  });

  test("leaves out what is held or provisional, and shows the last word of each person once", async () => {
    await answered(inbox, { value: 1, class: "held" });
    await answered(inbox, { value: 2, class: "provisional" });
    const first = await answered(inbox, { value: 3 });
    const { id: invitationId } = { id: first.invitationId };
    await createAnswer(inbox.world, inbox.survey, first.contact, {
      on: TODAY,
      value: 8,
      invitationId,
    });
    expect(await scoresOf({})).toEqual(["8 of 10"]);
  });

  test("filters by owner, score, comment, wish, state, survey and days", async () => {
    const other = await createAccount(inbox.world, { name: "Vejle Stål" });
    await answered(inbox, { value: 9 });
    await answered(inbox, { value: 8, comment: "Fine." });
    await answered(inbox, { value: 10, wantsContact: true });
    await answered(inbox, { value: 0, accountId: other.id });
    const old = await answered(inbox, { value: 5, on: "2025-01-10" });
    await handleAnswer({ ctx: inbox.manager.ctx, input: { invitationId: old.invitationId } });

    expect(await scoresOf({ whose: "all" })).toHaveLength(4);
    expect(await scoresOf({})).toHaveLength(3);
    expect(await scoresOf({ show: "below" })).toEqual(["8 of 10"]);
    expect(await scoresOf({ show: "comment" })).toEqual(["8 of 10"]);
    expect(await scoresOf({ show: "contact" })).toEqual(["10 of 10"]);
    expect(await scoresOf({ show: "below_comment", whose: "all" })).toEqual(["8 of 10"]);
    expect(await scoresOf({ state: "handled", days: "all" })).toEqual(["5 of 10"]);
    expect(await scoresOf({ state: "open", days: "all" })).toHaveLength(3);
    expect(await scoresOf({ survey: randomUUID() })).toEqual([]);
    const { surveys } = await list();
    expect(await scoresOf({ survey: surveys[0]?.familyId ?? "" })).toHaveLength(3);
    expect(await scoresOf({ days: "nonsense", show: "nonsense" })).toHaveLength(3);
  });

  test("filters by a segment, as it is today; one that is gone is as if it were not there", async () => {
    await answered(inbox, { value: 6 });
    const add = async (country: string) => {
      const rules = { kind: "text", field: "country", is: [country] };
      const ctx = inbox.world.ctx();
      return (await createSegment({ ctx, input: { name: country, rules } })).id;
    };
    const [danish, others] = [await add("DK"), await add("FI")];
    await inbox.world.in((tx) =>
      tx.account.updateMany({
        where: { workspaceId: inbox.world.workspace.id },
        data: { country: "DK" },
      }),
    );
    await inbox.world.in((tx) =>
      markFactsChanged(tx, inbox.world.workspace.id, [inbox.account.id], inbox.world.ctx().now),
    );
    expect(await scoresOf({ segment: danish })).toEqual(["6 of 10"]);
    expect(await scoresOf({ segment: others })).toEqual([]);
    expect(await scoresOf({ segment: randomUUID() })).toEqual(["6 of 10"]);
    expect((await list()).segments.map(({ name }) => name)).toEqual(["DK", "FI"]);
  });

  test("a search finds words as they are written: case does not matter, % and _ are no wildcards", async () => {
    await answered(inbox, { value: 7, comment: "ÆRGERLIGT at 100% går op" });
    await answered(inbox, { value: 6, comment: "1000 gange_ok" });
    expect(await scoresOf({ q: "ærgerligt" })).toEqual(["7 of 10"]);
    expect(await scoresOf({ q: "100%" })).toEqual(["7 of 10"]);
    expect(await scoresOf({ q: "gange_ok" })).toEqual(["6 of 10"]);
    expect(await scoresOf({ q: "g_nge" })).toEqual([]);
    expect(await scoresOf({ q: "%" })).toEqual(["7 of 10"]);
  });

  test("pages follow one another without a gap or a double, also of the same moment", async () => {
    const people = 28;
    for (let i = 0; i < people; i += 1) await answered(inbox, { value: i % 10 });
    const first = await list();
    expect(first.entries).toHaveLength(25);
    const second = await list({ after: first.next ?? "" });
    expect(second.next).toBeNull();
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(people);
  });

  test("names are kept from account managers where the workspace promised so, not from admins", async () => {
    await hideNames(inbox);
    const { id } = await answered(inbox, { value: 3 });
    expect((await list()).entries[0]?.person).toMatchObject({ name: null, isHidden: true });
    expect((await list({}, inbox.admin)).entries[0]?.person?.name).toBe("Anne Krog");
    const answer = await getAnswer({ ctx: inbox.manager.ctx, input: { answerId: id } });
    expect(answer.person?.name).toBeNull();
    expect(answer.replyRefusal).toBe("hidden");
  });

  test("a viewer reads and cannot act; another workspace sees nothing", async () => {
    const { id, invitationId } = await answered(inbox);
    expect((await list({}, inbox.viewer)).entries).toHaveLength(1);
    const call = { ctx: inbox.viewer.ctx, input: { invitationId } };
    await expect(handleAnswer(call)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(reopenAnswer(call)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(replyToAnswer(call)).rejects.toMatchObject({ code: "FORBIDDEN" });

    const stranger = await joinWorld(await createWorld({ asOf: TODAY }));
    const { ctx } = stranger;
    expect((await listAnswers({ ctx, input: {} })).entries).toEqual([]);
    const missing = { code: "NOT_FOUND" };
    await expect(getAnswer({ ctx, input: { answerId: id } })).rejects.toMatchObject(missing);
    await expect(handleAnswer({ ctx, input: { invitationId } })).rejects.toMatchObject(missing);
    await expect(reopenAnswer({ ctx, input: { invitationId } })).rejects.toMatchObject(missing);
    const reply = { invitationId, replyId: randomUUID(), subject: "Hello", body: "Hi" };
    await expect(replyToAnswer({ ctx, input: reply })).rejects.toMatchObject(missing);
    expect(await getOpenAnswerCount({ ctx })).toBe(0);
  });
});

describe("handling", () => {
  test("marks an answer with a note and what changed, and opens it again", async () => {
    const { id, invitationId } = await answered(inbox, { value: 3, role: "decision_maker" });
    await inbox.world.in(async (tx) => lookAtAnswers(tx, await inbox.system()));
    expect(await getOpenAnswerCount({ ctx: inbox.manager.ctx })).toBe(1);
    expect(await getOpenAnswerCount({ ctx: inbox.admin.ctx })).toBe(1);
    expect(await getOpenAnswerCount({ ctx: inbox.viewer.ctx })).toBe(0);
    expect(await scoresOf({ show: "needs" })).toEqual(["3 of 10"]);

    const { ctx } = inbox.manager;
    const input = { invitationId, note: "Called.", whatChanged: "We deliver\non Mondays now." };
    await handleAnswer({ ctx, input });
    const answer = await getAnswer({ ctx, input: { answerId: id } });
    expect(answer).toMatchObject({
      note: "Called.",
      whatChanged: "We deliver on Mondays now.",
      handled: { by: "Mette Holm" },
      needs: ["decision_maker_below"],
    });
    expect(await getOpenAnswerCount({ ctx })).toBe(0);

    await reopenAnswer({ ctx, input: { invitationId } });
    expect(await getOpenAnswerCount({ ctx })).toBe(1);
    await expect(reopenAnswer({ ctx, input: { invitationId } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const verbs = (await auditOf(inbox.world)).map(({ verb }) => verb);
    expect(verbs).toEqual(expect.arrayContaining(["handleAnswer", "reopenAnswer"]));
  });

  test("overwrites nothing that a colleague wrote since the form was opened", async () => {
    const { invitationId } = await answered(inbox);
    const seen = { noteSeen: "", whatChangedSeen: "" };
    const [first, second] = [inbox.manager.ctx, inbox.admin.ctx];
    await handleAnswer({ ctx: first, input: { invitationId, note: "Called.\r\nTwice.", ...seen } });
    const late = { invitationId, note: "Me too" };
    await expect(handleAnswer({ ctx: second, input: { ...late, ...seen } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const known = { noteSeen: "Called.\nTwice.", whatChangedSeen: "" };
    await handleAnswer({ ctx: second, input: { ...late, ...known } });
  });

  test("of several who save at once as many as saw the same, one is taken", async () => {
    const { invitationId } = await answered(inbox);
    const seen = { noteSeen: "", whatChangedSeen: "" };
    const saved = await Promise.allSettled(
      ["one", "two", "three", "four"].map((note) =>
        handleAnswer({ ctx: inbox.manager.ctx, input: { invitationId, note, ...seen } }),
      ),
    );
    expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("refuses what is too long for a mail, and an answer that does not count", async () => {
    const { ctx } = inbox.manager;
    const { invitationId } = await answered(inbox);
    const input = { invitationId, whatChanged: "x".repeat(301) };
    await expect(handleAnswer({ ctx, input })).rejects.toThrow(/at most 300/);
    const held = await answered(inbox, { class: "held" });
    await expect(
      handleAnswer({ ctx, input: { invitationId: held.invitationId } }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a need that comes later opens a handled answer again", async () => {
    const { ctx } = inbox.manager;
    const { invitationId, contact } = await answered(inbox, { role: "decision_maker", value: 9 });
    await handleAnswer({ ctx, input: { invitationId } });
    await createAnswer(inbox.world, inbox.survey, contact, { on: TODAY, value: 2, invitationId });
    await inbox.world.in(async (tx) => lookAtAnswers(tx, await inbox.system()));
    expect(await getOpenAnswerCount({ ctx })).toBe(1);
  });
});

test("a receiver is told of each change of an answer, also back to what it was, and of no name", async () => {
  const { ctx } = await joinWorld(inbox.world);
  const url = "https://hooks.example.com/in";
  await createWebhook({ ctx, input: { url, events: ["answer.confirmed"] } });
  const { contact, invitationId } = await answered(inbox, { value: 6 });
  const look = () => inbox.world.in((tx) => lookAtAnswers(tx, inbox.world.ctx()));
  await look();
  const told = { on: TODAY, invitationId, question: "comment" } as const;
  for (const comment of ["Slow.", "Fast.", "Slow."]) {
    await createAnswer(inbox.world, inbox.survey, contact, { ...told, comment });
    await look();
    await look();
  }
  const sent = await inbox.world.in((tx) =>
    tx.webhookDelivery.findMany({ orderBy: { id: "asc" }, select: { payload: true } }),
  );
  const comments = sent.map(({ payload }) => JSON.parse(payload).data.comment);
  expect(comments).toEqual([null, "Slow.", "Fast.", "Slow."]);
  expect(JSON.stringify(sent)).not.toContain("Anne");
});

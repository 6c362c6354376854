import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/accounts/close-case";
import { closePromise } from "@/lib/accounts/close-promise";
import { logTouch } from "@/lib/accounts/log-touch";
import type { Ctx } from "@/lib/auth/ctx";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import { recordVisit } from "@/lib/loyalty/record-visit";
import { useTestDatabase } from "../../support/database";
import { createComplaint, createPromise } from "../../support/factories/business";
import { createWorld } from "../../support/factories/world";
import { AS_OF, tellStory } from "./story";

useTestDatabase();

let story: Awaited<ReturnType<typeof tellStory>>;
let reader: Ctx;

beforeAll(async () => {
  story = await tellStory();
  reader = story.world.ctx("viewer");
});

function at(ctx: Ctx, moment: string): Ctx {
  return { ...ctx, now: new Date(moment), asOf: moment.slice(0, 10) };
}

function portfolio(ctx: Ctx = reader) {
  return getPortfolio({ ctx, input: {} });
}

const names = (rows: readonly { account: { name: string } }[]) =>
  rows.map(({ account }) => account.name);

describe("since the last visit", () => {
  test("a first visit has nothing to compare with", async () => {
    expect((await portfolio()).since).toBeNull();
  });

  test("tells answers, moves and new reasons of the time between two visits, each person's own", async () => {
    await recordVisit({ ctx: at(reader, "2026-09-01T08:00:00Z") });
    const now = at(reader, `${AS_OF}T08:00:00Z`);
    const { since } = await portfolio(now);
    expect(since).toMatchObject({ on: "2026-09-01", answers: 2, hasMoreAnswers: false });
    expect(since?.moves).toContainEqual(
      expect.objectContaining({ account: expect.objectContaining({ name: "Grenaa Havn" }) }),
    );
    expect(names(since?.alerts ?? [])).toContain("Grenaa Havn");
    expect(names(since?.alerts ?? [])).toContain("Ribe Stål");
    const somebodyElse = story.world.ctx("viewer");
    expect((await portfolio(somebodyElse)).since).toBeNull();
  });

  test("coming and going within a day is one visit, a night begins a new one", async () => {
    const visit = (moment: string) => recordVisit({ ctx: at(reader, moment) });
    await visit("2026-09-30T08:00:00Z");
    await visit("2026-09-30T12:00:00Z");
    expect((await portfolio(at(reader, "2026-09-30T15:00:00Z"))).since?.on).toBe("2026-09-01");
    expect((await portfolio(at(reader, "2026-10-01T08:00:00Z"))).since?.on).toBe("2026-09-30");
  });

  test("a key has no visits, and a stranger may not look", async () => {
    const key = { type: "apiKey", apiKeyId: "k", scopes: ["figures:read"] } as const;
    await recordVisit({ ctx: { ...reader, actor: key } });
    expect((await portfolio({ ...reader, actor: key })).since).toBeNull();
    const stranger = { type: "respondent", invitationId: "i" } as const;
    await expect(recordVisit({ ctx: { ...reader, actor: stranger } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("who is quiet", () => {
  test("asked twice without an answer is silent; never heard and not asked is ours", async () => {
    const { silent, notAsked } = await portfolio();
    expect(names(silent.rows)).toEqual(["Malmö Kyl"]);
    expect(names(notAsked.rows)).not.toContain("Malmö Kyl");
  });
});

describe("open follow-ups", () => {
  test("are promises due within 30 days or overdue, until they are closed", async () => {
    const { world, passive, loyal } = story;
    await createPromise(world, passive.id, { madeOn: "2026-08-01", dueOn: "2026-08-15" });
    await createPromise(world, loyal.id, { madeOn: "2026-09-01", dueOn: "2026-10-20" });
    await createPromise(world, loyal.id, { madeOn: "2026-09-01", dueOn: "2026-12-20" });
    const { followUps } = await portfolio();
    expect(followUps.rows).toMatchObject([
      { account: { name: "Grenaa Havn" }, isOverdue: true, dueOn: "2026-08-15" },
      { account: { name: "Loyal Works" }, isOverdue: false },
    ]);
    const promiseId = followUps.rows[0]?.id;
    await closePromise({ ctx: world.ctx(), input: { promiseId, outcome: "kept" } });
    expect((await portfolio()).followUps.total).toBe(1);
    const input = { kind: "complaint", note: "Credited" };
    const { id: caseId } = await createComplaint(world, loyal.id, { openedOn: "2026-09-10" });
    expect((await portfolio()).followUps.rows[0]).toMatchObject({
      ...{ id: caseId, kind: "complaint", text: "Invoice error" },
      ...{ dueOn: "2026-09-17", isOverdue: true },
    });
    await closeCase({ ctx: world.ctx(), input: { ...input, caseId } });
    expect((await portfolio()).followUps.total).toBe(1);
  });
});

describe("thank and ask", () => {
  test("names loyal customers of two years and more, until they are thanked", async () => {
    const { world, loyal } = story;
    expect((await portfolio()).thanks.rows).toEqual([]);
    await world.in((tx) =>
      tx.account.update({
        where: { workspaceId_id: { workspaceId: world.workspace.id, id: loyal.id } },
        data: { customerSince: new Date("2021-05-01") },
      }),
    );
    await world.changed(loyal.id);
    expect((await portfolio()).thanks.rows).toMatchObject([
      { account: { name: "Loyal Works" }, customerSince: "2021-05-01", thankedOn: null },
    ]);
    await logTouch({
      ctx: world.ctx("account_manager"),
      input: { accountId: loyal.id, kind: "thanks", happenedOn: "2026-10-01" },
    });
    expect((await portfolio()).thanks.rows).toEqual([]);
    const later = at(reader, "2026-12-31T08:00:00Z");
    expect((await portfolio(later)).thanks.rows).toMatchObject([{ thankedOn: "2026-10-01" }]);
  });
});

describe("another workspace", () => {
  test("sees none of it", async () => {
    const other = await createWorld({ asOf: AS_OF });
    const seen = await getPortfolio({ ctx: other.ctx(), input: {} });
    expect([seen.silent.total, seen.followUps.total, seen.thanks.total, seen.asks.total]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

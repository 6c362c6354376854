import { beforeAll, describe, expect, test } from "vitest";
import { makeCtx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { getAccount } from "@/lib/loyalty/get-account";
import { getOverview } from "@/lib/loyalty/get-overview";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import { listHeldAnswers } from "@/lib/surveys/answers/list-held-answers";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { useTestDatabase } from "../../support/database";
import { createAnswer, createSurvey } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import type { Person } from "../../support/factories/people";
import { answered, createInboxWorld, hideNames, type InboxWorld, TODAY } from "./inbox-world";

// "Your account manager does not see your name": wherever a score or a sentence stands.

useTestDatabase();

let inbox: InboxWorld;
let waveId: string;
let contactId: string;

beforeAll(async () => {
  inbox = await createInboxWorld();
  const { world, account } = inbox;
  const year = Number(TODAY.slice(0, 4));
  const terms = [{ from: `${year - 2}-01-01`, to: `${year + 3}-12-31`, yearlyMinor: 1_000_000 }];
  await createContract(world, account.id, { terms });
  const { contact, invitationId } = await answered(inbox, {
    value: 3,
    role: "decision_maker",
    comment: "The pumps fail",
  });
  contactId = contact.id;
  const switching = { on: TODAY, question: "switching", code: "no" } as const;
  await createAnswer(world, inbox.survey, contact, switching);
  await answered(inbox, { value: 10, firstName: "Lone", class: "held" });
  const wave = await world.in((tx) =>
    tx.invitation.findFirst({
      where: { workspaceId: world.workspace.id, id: invitationId },
      select: { waveId: true },
    }),
  );
  waveId = wave?.waveId ?? "";
  await hideNames(inbox);
});

const tellsOf = (dto: unknown) => /Anne|Krog|Lone/.test(JSON.stringify(dto));
const pageOf = (who: Person) =>
  getAccount({ ctx: who.ctx, input: { accountId: inbox.account.id } });

describe("the account's page", () => {
  test("keeps score, answer and words apart from the person's name", async () => {
    for (const reader of [inbox.manager, inbox.viewer]) {
      const { people, timeline, head, worklistLine, attitude } = await pageOf(reader);
      const person = people.find(({ id }) => id === contactId);
      expect(person).toMatchObject({
        name: "Anne Krog",
        isKeptBack: true,
        score: null,
        hasClearNo: false,
        lastAnswer: null,
        lastComment: null,
      });
      const answers = timeline.entries.filter(({ kind }) => kind === "answer");
      expect(answers[0]).toMatchObject({ personName: null, role: "decisionMaker" });
      expect(answers.some(({ text }) => text === "The pumps fail")).toBe(true);
      expect(tellsOf([answers, head, worklistLine])).toBe(false);
      expect(JSON.stringify([answers, head, worklistLine])).not.toContain(contactId);
      expect(worklistLine?.reasons.map(({ code }) => code)).toContain("signerBelowLine");
      expect(attitude.ways.leastConvinced).not.toBeNull();
    }
  });

  test("shows an admin all of it", async () => {
    const { people, timeline, worklistLine } = await pageOf(inbox.admin);
    expect(people.find(({ id }) => id === contactId)).toMatchObject({
      isKeptBack: false,
      lastComment: "The pumps fail",
      hasClearNo: true,
    });
    expect(timeline.entries.find(({ kind }) => kind === "answer")?.personName).toBe("Anne Krog");
    expect(worklistLine?.reasons).toContainEqual(
      expect.objectContaining({ person: { id: contactId, name: "Anne Krog" } }),
    );
  });
});

test("portfolio and overview name nobody beside an answer, but to an admin", async () => {
  const { ctx } = inbox.manager;
  const portfolio = await getPortfolio({ ctx, input: {} });
  expect(portfolio.answers).toMatchObject([{ personName: null, value: 3 }]);
  expect(portfolio.worklist.total).toBe(1);
  expect(tellsOf(portfolio)).toBe(false);
  const overview = await getOverview({ ctx, input: {} });
  expect(overview.worklist.total).toBe(1);
  expect(tellsOf(overview)).toBe(false);
  const admin = { ctx: inbox.admin.ctx, input: {} };
  expect((await getPortfolio(admin)).answers[0]?.personName).toBe("Anne Krog");
  expect(tellsOf((await getOverview(admin)).worklist)).toBe(true);
});

test("a wave lists its people without names, but to an admin", async () => {
  const people = async (who: Person) =>
    (await getWave({ ctx: who.ctx, input: { waveId } })).people.map(({ name, contactId: id }) => [
      name,
      id,
    ]);
  expect(await people(inbox.manager)).toEqual([[null, null]]);
  expect(await people(inbox.admin)).toEqual([["Anne Krog", contactId]]);
});

test("the held list is the admins', and a key that may review gets it without names", async () => {
  const { world, admin, manager } = inbox;
  const list = (ctx: typeof admin.ctx) => listHeldAnswers({ ctx, input: {} });
  await expect(list(manager.ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await list(admin.ctx)).people[0]?.name).toBe("Lone Krog");
  const actor = { type: "apiKey", apiKeyId: newId(), scopes: ["response:review"] } as const;
  const key = makeCtx({ actor, workspace: world.workspace, now: new Date() });
  expect((await list(key)).people[0]).toMatchObject({ name: null, role: "user" });
});

test("a workspace that promised nothing shows names to all", async () => {
  const open = await createInboxWorld();
  await createSurvey(open.world);
  await answered(open, { value: 9 });
  const { answers } = await getPortfolio({ ctx: open.viewer.ctx, input: {} });
  expect(answers[0]?.personName).toBe("Anne Krog");
});

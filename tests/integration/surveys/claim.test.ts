import { afterEach, beforeEach, expect, test } from "vitest";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { deliverMail } from "@/lib/jobs/deliver-mail";
import { mailWork } from "@/lib/jobs/mail-work";
import { claimMail } from "@/lib/mail/outbox";
import { openSmtpSession } from "@/lib/mail/smtp-session";
import { vetoAsk } from "@/lib/surveys/programs/veto-ask";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { useTestDatabase } from "../../support/database";
import { openMailTrap, type Trap } from "./mail-trap";
import {
  addAccount,
  addSurvey,
  addWave,
  auditVerbs,
  makeWorld,
  setAsking,
  type World,
} from "./survey-world";

useTestDatabase();

let trap: Trap;
let refusal: Error | null = null;
/** What happens while a mail is on its way to the server, once. */
let meanwhile: (() => Promise<void>) | null = null;
beforeEach(async () => {
  refusal = null;
  meanwhile = null;
  trap = await openMailTrap({
    refuse: () => refusal,
    beforeAccept: async () => {
      const once = meanwhile;
      meanwhile = null;
      await once?.();
    },
  });
  readEnv().SMTP_URL = trap.url;
});
afterEach(() => trap.close());

type Country = string | null;

/** One person at one account of each country, asked by one wave. */
async function ask(...countries: Country[]) {
  const world = await makeWorld();
  const contactIds: string[] = [];
  for (const [i, country] of countries.entries()) {
    const added = await addAccount(world, `Account ${i}`, [{}]);
    contactIds.push(...added.contactIds);
    await withWorkspace(world.system(), (tx) =>
      tx.account.updateMany({
        where: { workspaceId: world.workspaceId, id: added.accountId },
        data: { country },
      }),
    );
  }
  const { waveId, invitations } = await addWave(world, await addSurvey(world), contactIds);
  await setMails(world, { dueAt: PAST });
  return { world, waveId, invitationIds: contactIds.map((id) => invitations.get(id) ?? "") };
}

const PAST = new Date("2026-01-01T00:00:00Z");

async function setMails(world: World, data: { dueAt: Date }): Promise<void> {
  await withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.updateMany({ where: { workspaceId: world.workspaceId, state: "pending" }, data }),
  );
}

/** By invitation, in the order they were asked. */
async function mailsOf(world: World) {
  return withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.findMany({
      where: { workspaceId: world.workspaceId, kind: "survey" },
      orderBy: { id: "asc" },
      select: { state: true, reason: true, attempts: true, dueAt: true },
    }),
  );
}

async function deliverAt(world: World, at: string, times = 1): Promise<unknown[]> {
  const session = openSmtpSession(readEnv().SMTP_URL);
  const states: unknown[] = [];
  for (let i = 0; i < times; i += 1) {
    states.push((await deliverMail(world.system(new Date(at)), session, 300))?.state ?? null);
  }
  session.close();
  return states;
}

const veto = (world: World, invitationId = "") =>
  vetoAsk({ ctx: world.ctx(), input: { invitationId, reason: "In the middle of a complaint" } });

test("a veto that comes after the claim is refused, and the mail leaves as the claim allowed", async () => {
  const { world, invitationIds } = await ask(null);
  const claimed = await withWorkspace(world.system(), (tx) => claimMail(tx, world.workspaceId, -1));
  expect(claimed).not.toBeNull();
  await expect(veto(world, invitationIds[0])).rejects.toMatchObject({ code: "CONFLICT" });
  await mailWork().run(world.system());
  expect(await mailsOf(world)).toMatchObject([{ state: "sent" }]);
  expect(trap.accepted).toHaveLength(1);
  await expect(veto(world, invitationIds[0])).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await auditVerbs(world)).not.toContain("vetoAsk");
});

test("a veto while the server takes the mail changes nothing of it", async () => {
  const { world, invitationIds } = await ask(null);
  let answer: unknown;
  meanwhile = async () => {
    answer = await veto(world, invitationIds[0]).catch((error: unknown) => error);
  };
  await mailWork().run(world.system());
  expect(answer).toMatchObject({ code: "CONFLICT" });
  expect(await mailsOf(world)).toMatchObject([{ state: "sent", reason: null }]);
});

test("of veto and claim at the same moment exactly one wins, for every ask", async () => {
  const asks = 12;
  const { world, invitationIds } = await ask(...Array<Country>(asks).fill(null));
  const vetoes = invitationIds.map(async (id) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
    return veto(world, id).then(
      () => "vetoed",
      (error: { code?: string }) => error.code,
    );
  });
  const [outcomes] = await Promise.all([
    Promise.all(vetoes),
    mailWork().run(world.system()),
    mailWork().run(world.system()),
  ]);
  const vetoed = outcomes.filter((outcome) => outcome === "vetoed").length;
  expect(outcomes.filter((outcome) => outcome === "CONFLICT")).toHaveLength(asks - vetoed);
  expect(trap.accepted).toHaveLength(asks - vetoed);
  const states = (await mailsOf(world)).map((mail) => mail.state);
  expect(states.filter((state) => state === "skipped")).toHaveLength(vetoed);
  expect(states.filter((state) => state === "sent")).toHaveLength(asks - vetoed);
});

test("a mail that came back to the queue can still be refused, and then does not go", async () => {
  const { world, invitationIds } = await ask(null);
  refusal = Object.assign(new Error("try later"), { responseCode: 450 });
  await mailWork().run(world.system());
  expect(await mailsOf(world)).toMatchObject([{ state: "pending", attempts: 1 }]);
  await veto(world, invitationIds[0]);
  refusal = null;
  await setMails(world, { dueAt: PAST });
  await mailWork().run(world.system());
  expect(trap.accepted).toEqual([]);
  expect(await mailsOf(world)).toMatchObject([{ state: "skipped", reason: "vetoed" }]);
});

test("quiet weeks that were set after the planning hold the mail when it is claimed, by the account's country", async () => {
  const { world } = await ask("DK", "DE", null);
  await setAsking(world.workspaceId, { keepsWorkingHours: true, quietWeeks: true });
  const states = await deliverAt(world, "2026-07-15T10:00:00Z", 3);
  expect(states.toSorted()).toEqual(["sent", "waits", "waits"]);
  const until = new Date("2026-08-03T06:00:00Z");
  expect(await mailsOf(world)).toMatchObject([
    { state: "pending", reason: "working_hours", attempts: 0, dueAt: until },
    { state: "sent" },
    { state: "pending", reason: "working_hours", attempts: 0, dueAt: until },
  ]);
  expect(trap.accepted).toHaveLength(1);
});

test("after the quiet weeks what waited leaves, and is asked about only then", async () => {
  const { world, invitationIds } = await ask("SE");
  await setAsking(world.workspaceId, { keepsWorkingHours: true, quietWeeks: true });
  await deliverAt(world, "2026-12-22T10:00:00Z");
  expect(await mailsOf(world)).toMatchObject([{ dueAt: new Date("2027-01-07T07:00:00Z") }]);
  await veto(world, invitationIds[0]);
  const second = await ask("SE");
  await setAsking(second.world.workspaceId, { keepsWorkingHours: true, quietWeeks: true });
  await deliverAt(second.world, "2026-12-22T10:00:00Z");
  await setMails(second.world, { dueAt: PAST });
  expect(await deliverAt(second.world, "2026-12-15T10:00:00Z")).toEqual(["sent"]);
  expect(trap.accepted).toHaveLength(1);
});

test("weekends and evenings hold a mail that was due at noon, to the next working morning", async () => {
  const { world } = await ask("DK");
  await setAsking(world.workspaceId, { keepsWorkingHours: true, quietWeeks: false });
  expect(await deliverAt(world, "2026-10-02T20:00:00Z")).toEqual(["waits"]);
  expect(await mailsOf(world)).toMatchObject([{ dueAt: new Date("2026-10-05T06:00:00Z") }]);
});

test("a wave sent in quiet weeks stays open as long as any other, from the day its mails may leave", async () => {
  const world = await makeWorld();
  await addAccount(world, "Grenaa Havn", [{}]);
  await setAsking(world.workspaceId, { keepsWorkingHours: true, quietWeeks: true });
  const closesOn = async (at: string) => {
    const ctx = world.ctx("admin", new Date(at));
    return (await previewWave({ ctx, input: { isChosen: false } })).closesOn;
  };
  expect(await closesOn("2026-07-15T10:00:00Z")).toBe("2026-09-02");
  expect(await closesOn("2026-09-15T10:00:00Z")).toBe("2026-10-15");
});

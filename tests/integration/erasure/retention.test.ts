import { expect, test } from "vitest";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { applyRetention } from "@/lib/erasure/apply-retention";
import { retentionWork } from "@/lib/jobs/retention-work";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { createWorkspace } from "@/lib/workspaces/create-workspace";
import { updateRetention } from "@/lib/workspaces/update-retention";
import { useTestDatabase } from "../../support/database";
import { importText } from "../imports/import-world";
import {
  addAccount,
  addSurvey,
  addWave,
  auditVerbs,
  makeWorld,
  type World,
} from "../surveys/survey-world";

const database = useTestDatabase();
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const DEFAULTS = {
  visitDays: 180,
  mailDays: 90,
  logDays: 400,
  importDays: 90,
  callDays: 7,
  undoDays: 30,
};

function inWorld<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withWorkspace(world.system(), work);
}

/** A wave that was sent, opened by a machine and twice by the person, and told of by the mail server. */
async function sentAndOpened() {
  const world = await makeWorld({ isDemo: true });
  const { contactIds } = await addAccount(world, "Grenaa Havn", [{}]);
  const { waveId, invitations } = await addWave(world, await addSurvey(world), contactIds);
  const invitationId = invitations.get(contactIds[0] ?? "") ?? "";
  const { workspaceId } = world;
  const at = new Date();
  await inWorld(world, async (tx) => {
    await tx.mailOutbox.updateMany({
      data: {
        state: "sent",
        handedAt: at,
        finishedAt: at,
        messageId: "<x@y>",
        toAddress: "a@b.example",
      },
    });
    await tx.invitation.updateMany({ data: { deliveredAt: at } });
    const visit = { workspaceId, invitationId, at, method: "GET", agentHash: "abc", choice: "9" };
    await tx.invitationVisit.createMany({
      data: [
        { ...visit, id: newId(), prefetch: true },
        { ...visit, id: newId(), isScanner: true },
        { ...visit, id: newId() },
        { ...visit, id: newId(), at: new Date(at.getTime() + 1000) },
      ],
    });
    const mail = await tx.mailOutbox.findFirstOrThrow({ where: { workspaceId } });
    await tx.mailEvent.create({
      data: {
        workspaceId,
        id: newId(),
        mailId: mail.id,
        kind: "delivered",
        source: "webhook",
        externalId: "e1",
        at,
      },
    });
    await tx.mailOutbox.create({
      data: {
        workspaceId,
        id: newId(),
        kind: "password_reset",
        toAddress: "m@nordlys.example",
        state: "sent",
        createdAt: at,
        dueAt: at,
        finishedAt: at,
      },
    });
  });
  return { world, waveId };
}

async function left(world: World) {
  const { workspaceId } = world;
  return inWorld(world, async (tx) => ({
    visits: await tx.invitationVisit.findMany({
      where: { workspaceId },
      select: { agentHash: true, choice: true, prefetch: true, isScanner: true },
    }),
    mails: await tx.mailOutbox.findMany({
      where: { workspaceId },
      orderBy: { kind: "asc" },
      select: { kind: true, state: true, toAddress: true, messageId: true },
    }),
    events: await tx.mailEvent.count({ where: { workspaceId } }),
  }));
}

test("nothing goes before its time", async () => {
  const { world } = await sentAndOpened();
  const before = await left(world);
  expect(await applyRetention({ ctx: world.system() })).toEqual({
    visits: 0,
    mails: 0,
    logs: 0,
    uploads: 0,
    calls: 0,
    undo: 0,
  });
  expect(await left(world)).toEqual(before);
  expect(await auditVerbs(world)).not.toContain("applyRetention");
});

test("addresses go after 90 days, visits half a year after the close, reports after 400 days", async () => {
  const { world, waveId } = await sentAndOpened();
  const counts = async () => (await getWave({ ctx: world.ctx(), input: { waveId } })).counts;
  const shown = await counts();
  expect(shown).toMatchObject({ delivered: 1, visited: 1, visitedOnly: 1 });

  await applyRetention({ ctx: world.system(inDays(91)) });
  expect(await left(world)).toMatchObject({
    mails: [
      { kind: "password_reset", state: "sent", toAddress: null },
      { kind: "survey", state: "sent", toAddress: null, messageId: null },
    ],
    events: 1,
  });
  expect((await left(world)).visits).toHaveLength(4);

  await applyRetention({ ctx: world.system(inDays(30 + 181)) });
  expect((await left(world)).visits).toEqual([
    { agentHash: null, choice: null, prefetch: false, isScanner: false },
  ]);
  expect(await counts()).toEqual(shown);

  await applyRetention({ ctx: world.system(inDays(401)) });
  expect(await left(world)).toMatchObject({
    mails: [{ kind: "survey", state: "sent" }],
    events: 0,
  });
  expect(await counts()).toEqual(shown);
  expect((await auditVerbs(world)).filter((verb) => verb === "applyRetention")).toHaveLength(3);
});

test("uploaded files and refused rows go after their days; what they brought in stays", async () => {
  const world = await makeWorld();
  const text = "Customer No,Name\nK1,Aarhus Vand\n,Nameless\n";
  await importText(world.ctx(), "accounts", text);
  const kept = () =>
    inWorld(world, async (tx) => ({
      chunks: await tx.importChunk.count({ where: { workspaceId: world.workspaceId } }),
      raw: (
        await tx.importRejection.findFirstOrThrow({ where: { workspaceId: world.workspaceId } })
      ).raw,
      accounts: await tx.account.count({ where: { workspaceId: world.workspaceId } }),
    }));
  await applyRetention({ ctx: world.system(inDays(89)) });
  expect(await kept()).toEqual({ chunks: 1, raw: ["", "Nameless"], accounts: 1 });
  await applyRetention({ ctx: world.system(inDays(91)) });
  expect(await kept()).toEqual({ chunks: 0, raw: [], accounts: 1 });
});

test("a workspace sets its own days, within reason, as a new version", async () => {
  const { world } = await sentAndOpened();
  const input = { ...DEFAULTS, mailDays: "30" };
  for (const role of ["viewer", "account_manager"] as const) {
    await expect(updateRetention({ ctx: world.ctx(role), input })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
  await expect(updateRetention({ ctx: world.ctx(), input: { mailDays: 1 } })).rejects.toThrow();
  expect(await updateRetention({ ctx: world.ctx(), input })).toEqual({ ...DEFAULTS, mailDays: 30 });
  await applyRetention({ ctx: world.system(inDays(31)) });
  expect((await left(world)).mails.map((mail) => mail.toAddress)).toEqual([null, null]);
  expect(await auditVerbs(world)).toContain("updateRetention");
  await expect(applyRetention({ ctx: world.ctx() })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("it runs every night from a workspace's first day on", async () => {
  const world = await makeWorld();
  const ctx = world.system(new Date("2026-11-22T20:00:00Z"));
  expect(await retentionWork.run(ctx)).toBe(true);
  const nextAt = await inWorld(world, (tx) => retentionWork.nextAt(tx, ctx));
  expect(nextAt?.toISOString()).toBe("2026-11-23T01:30:00.000Z");
  const { id } = await createWorkspace({
    input: { name: "Another", slug: "another", currency: "DKK", timeZone: "Europe/Copenhagen" },
    now: new Date(),
  });
  const signals = await database.query(
    "SELECT kind FROM workspace_signal WHERE workspace_id = $1 AND kind = 'retention'",
    [id],
  );
  expect(signals).toHaveLength(1);
});

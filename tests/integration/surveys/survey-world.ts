import { randomUUID } from "node:crypto";
import { type Ctx, makeCtx } from "@/lib/auth/ctx";
import type { Actor, Role } from "@/lib/auth/permissions";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { makeLinkToken } from "@/lib/mail/link-token";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { sendWave } from "@/lib/surveys/waves/send-wave";
import { ASKING_KEY } from "@/lib/workspaces/asking-settings";

export type World = {
  workspaceId: string;
  ctx(role?: Role, now?: Date): Ctx;
  respondent(invitationId: string, now?: Date): Ctx;
  system(now?: Date): Ctx;
};

export async function makeWorld(
  options: { isDemo?: boolean; locale?: string } = {},
): Promise<World> {
  const id = newId();
  const workspace = {
    id,
    slug: `w${id.slice(-12)}`,
    name: "Nordlys Pumper",
    currency: "DKK",
    timeZone: "Europe/Copenhagen",
    locale: options.locale ?? "da",
    country: "DK",
    isDemo: options.isDemo ?? false,
  };
  const userId = newId();
  const now = new Date();
  await db().workspace.create({ data: { ...workspace, createdAt: now }, select: { id: true } });
  await db().appUser.create({
    data: { id: userId, email: `${userId}@staff.example`, name: "Mette Holm", createdAt: now },
    select: { id: true },
  });
  const info = { ...workspace, figuresAsOf: null };
  // The tests run on Sundays and in July too.
  await setAsking(id, { keepsWorkingHours: false, quietWeeks: false });
  const make = (actor: Actor, at: Date) => makeCtx({ actor, workspace: info, now: at });
  return {
    workspaceId: id,
    ctx: (role = "admin", at = new Date()) =>
      make({ type: "user", userId, sessionId: newId(), role, employeeId: null }, at),
    respondent: (invitationId, at = new Date()) => make({ type: "respondent", invitationId }, at),
    system: (at = new Date()) => make({ type: "system", job: "test" }, at),
  };
}

export async function setAsking(
  workspaceId: string,
  value: Record<string, unknown>,
): Promise<void> {
  const createdAt = new Date();
  const rest = { validFrom: new Date("2020-01-01"), reason: "test", createdAt };
  await withWorkspace({ workspace: { id: workspaceId } }, (tx) =>
    tx.settingVersion.create({
      data: { workspaceId, id: newId(), key: ASKING_KEY, value: value as object, ...rest },
      select: { id: true },
    }),
  );
}

type Person = {
  firstName?: string;
  email?: string | null;
  role?: string;
  language?: string | null;
  leftOn?: string;
};

/** One account with these people; @returns ids in the same order. */
export async function addAccount(
  world: World,
  name: string,
  people: Person[],
): Promise<{ accountId: string; contactIds: string[] }> {
  const { workspaceId } = world;
  const now = new Date();
  const accountId = newId();
  const contactIds = people.map(() => newId());
  await withWorkspace(
    world.system(),
    async (tx) => {
      const ordinal = await tx.account.count({ where: { workspaceId } });
      const times = { createdAt: now, updatedAt: now };
      await tx.account.create({
        data: { workspaceId, id: accountId, ordinal, name, currency: "DKK", ...times },
        select: { id: true },
      });
      for (const [i, person] of people.entries()) {
        const id = contactIds[i] ?? newId();
        await tx.contact.create({
          data: {
            workspaceId,
            id,
            accountId,
            firstName: person.firstName ?? "Lone",
            lastName: "Ravn",
            email: person.email === undefined ? `${id}@customer.example` : person.email,
            role: person.role ?? "user",
            language: person.language ?? null,
            leftOn: person.leftOn ? new Date(`${person.leftOn}T00:00:00Z`) : null,
            ...times,
          },
          select: { id: true },
        });
      }
    },
    { timeoutMs: 20_000 },
  );
  return { accountId, contactIds };
}

export async function addSurvey(world: World, fields: Record<string, unknown> = {}) {
  const input = { name: "Relationship", question: "nps", scope: "relationship", ...fields };
  return (await createSurvey({ ctx: world.ctx(), input })).surveyId;
}

/** Sends a wave to these contacts. @returns invitation ids by contact id. */
export async function addWave(
  world: World,
  surveyId: string,
  contactIds: string[],
  fields: Record<string, unknown> = {},
): Promise<{ waveId: string; invitations: Map<string, string> }> {
  const waveId = randomUUID();
  const input = { waveId, surveyId, name: "Autumn", contactIds, ...fields };
  await sendWave({ ctx: world.ctx(), input });
  const rows = await withWorkspace(world.system(), (tx) =>
    tx.invitation.findMany({
      where: { workspaceId: world.workspaceId, waveId },
      select: { id: true, contactId: true },
    }),
  );
  return { waveId, invitations: new Map(rows.map((row) => [row.contactId ?? "", row.id])) };
}

export function surveyToken(world: World, invitationId: string): string {
  const subject = { workspaceId: world.workspaceId, invitationId };
  return makeLinkToken(readEnv().LINK_KEYS, "survey", subject, 1);
}

export function preferencesToken(world: World, invitationId: string): string {
  const subject = { workspaceId: world.workspaceId, invitationId };
  return makeLinkToken(readEnv().LINK_KEYS, "preferences", subject, 1);
}

export async function answersOf(world: World, invitationId: string) {
  return withWorkspace(world.system(), (tx) =>
    tx.responseEvent.findMany({
      where: { workspaceId: world.workspaceId, invitationId },
      orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
      select: {
        question: true,
        valueNumber: true,
        valueCode: true,
        comment: true,
        class: true,
        reason: true,
      },
    }),
  );
}

export async function auditVerbs(world: World): Promise<string[]> {
  const rows = await withWorkspace(world.system(), (tx) =>
    tx.auditEntry.findMany({
      where: { workspaceId: world.workspaceId },
      orderBy: { id: "asc" },
      select: { verb: true },
    }),
  );
  return rows.map((row) => row.verb);
}

import { randomUUID } from "node:crypto";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { db } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { makeLinkToken } from "@/lib/mail/link-token";
import { createSurvey } from "@/lib/surveys/design/create-survey";
import { sendWave } from "@/lib/surveys/waves/send-wave";
import { ASKING_KEY } from "@/lib/workspaces/asking-settings";
import { createAccount, createContact } from "./factories/accounts";
import type { Person } from "./factories/people";
import { createTestWorkspace, type TestWorkspace } from "./workspace-factory";

/** A small phone on which no script runs. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  javaScriptEnabled: false,
};

export type Asked = {
  workspace: TestWorkspace;
  admin: Person;
  email: string;
  waveId: string;
  /** The link of a choice, as the mail has it; without one, of the page alone. */
  link(choice?: number | string): string;
  /** Moves all that has happened into the past; instead of waiting. */
  letPass(seconds: number): Promise<void>;
  setHandedAt(secondsAgo: number): Promise<void>;
  /** [value, class, reason] of the answers to the first question, earliest first. */
  scores(): Promise<(string | number | null)[][]>;
};

type Given = {
  language?: string;
  /** A workspace as in earnest, with every rule of asking but the hours of the day. */
  isReal?: boolean;
} & Record<string, unknown>;

async function setUp({ world }: TestWorkspace, isReal: boolean): Promise<void> {
  const workspaceId = world.workspace.id;
  if (!isReal) {
    const data = { isDemo: true };
    await db().workspace.update({ where: { id: workspaceId }, data, select: { id: true } });
    return;
  }
  const value = { keepsWorkingHours: false, quietWeeks: false };
  const [validFrom, createdAt] = [new Date("2020-01-01T00:00:00Z"), new Date()];
  const version = { workspaceId, id: randomUUID(), key: ASKING_KEY, reason: "test" };
  await world.in((tx) =>
    tx.settingVersion.create({ data: { ...version, value, validFrom, createdAt } }),
  );
}

function handles(workspace: TestWorkspace, invitationId: string, question: string) {
  const { world } = workspace;
  const workspaceId = world.workspace.id;
  const { APP_URL, LINK_KEYS } = readEnv();
  const token = makeLinkToken(LINK_KEYS, "survey", { workspaceId, invitationId }, 1);
  const url = `${APP_URL}/s/${token}`;
  const mine = { workspaceId, invitationId };
  return {
    link: (choice?: number | string) => (choice === undefined ? url : `${url}?c=${choice}`),
    setHandedAt: async (secondsAgo: number) => {
      const data = { handedAt: new Date(Date.now() - secondsAgo * 1000) };
      await world.in((tx) =>
        tx.invitation.updateMany({ where: { workspaceId, id: invitationId }, data }),
      );
    },
    letPass: async (seconds: number) => {
      await world.in(async (tx) => {
        await tx.$executeRaw`
          UPDATE response_event SET answered_at = answered_at - make_interval(secs => ${seconds})
          WHERE workspace_id = ${workspaceId}::uuid AND invitation_id = ${invitationId}::uuid`;
        await tx.$executeRaw`
          UPDATE invitation_visit SET at = at - make_interval(secs => ${seconds})
          WHERE workspace_id = ${workspaceId}::uuid AND invitation_id = ${invitationId}::uuid`;
        await tx.$executeRaw`
          UPDATE invitation SET handed_at = handed_at - make_interval(secs => ${seconds})
          WHERE workspace_id = ${workspaceId}::uuid AND id = ${invitationId}::uuid`;
      });
    },
    scores: async () => {
      const rows = await world.in((tx) =>
        tx.responseEvent.findMany({
          where: { ...mine, question },
          orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
        }),
      );
      return rows.map((row) => [row.valueNumber ?? row.valueCode, row.class, row.reason]);
    },
  };
}

/** One person is asked one survey; the mail is on its way. */
export async function askSomebody(given: Given = {}): Promise<Asked> {
  const { language = "da", isReal = false, ...fields } = given;
  const workspace = await createTestWorkspace("Nordlys Pumper");
  const { world } = workspace;
  const workspaceId = world.workspace.id;
  await setUp(workspace, isReal);
  const admin = await workspace.join("admin", "Mette Holm");
  const account = await createAccount(world, { name: "Grenaa Havn" });
  const contact = await createContact(world, account.id, { firstName: "Lone" });
  const where = { workspaceId, id: contact.id };
  await world.in((tx) => tx.contact.updateMany({ where, data: { language } }));
  const followUps = ["relative_advantage", "switching"];
  const survey = { name: "Yearly", question: "nps", scope: "relationship", followUps, ...fields };
  const { surveyId } = await createSurvey({ ctx: admin.ctx, input: survey });
  const touchpointOn = survey.scope === "touchpoint" ? { touchpointOn: admin.ctx.asOf } : {};
  const wave = { waveId: randomUUID(), surveyId, name: "Autumn", contactIds: [contact.id] };
  await sendWave({ ctx: admin.ctx, input: { ...wave, ...touchpointOn } });
  const invitation = await world.in((tx) =>
    tx.invitation.findFirstOrThrow({ where: { workspaceId }, select: { id: true } }),
  );
  return {
    workspace,
    admin,
    email: `${contact.id}@customer.example`,
    waveId: wave.waveId,
    ...handles(workspace, invitation.id, String(survey.question)),
  };
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

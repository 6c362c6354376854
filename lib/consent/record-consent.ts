import { z } from "zod";
import { loadContact } from "@/lib/accounts/load-contact";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { invalidField } from "@/lib/errors";
import { dateIn, instantOf, isIsoDate } from "@/lib/format/calendar";
import { addressHash } from "@/lib/mail/address-hash";
import { appendConsent, CONSENT_PURPOSES, type ConsentPurpose } from "./consent-rows";

const oneLine = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`);
const DATE = "Give a date as year-month-day, for example 2026-03-01.";

const recordConsentSchema = z.object({
  contactId: z.uuid({ error: "Open the person again." }),
  purpose: z.enum(CONSENT_PURPOSES, { error: "Choose what it is about." }),
  state: z.enum(["granted", "declined", "withdrawn"], { error: "Choose yes or no." }),
  wording: oneLine(1000).default(""),
  source: oneLine(200).min(1, "Say where it was said: by phone, on paper, at a meeting."),
  on: z.preprocess((value) => value || undefined, z.string().refine(isIsoDate, DATE).optional()),
});
type Recorded = z.infer<typeof recordConsentSchema>;

/** A day in the past is its noon, so that what was pressed on that day's page counts by its hour. */
function instantSaid(ctx: Ctx, on: string | undefined): Date {
  const { timeZone } = ctx.workspace;
  const today = dateIn(timeZone, ctx.now);
  if (on === undefined || on === today) return ctx.now;
  if (on > today) throw invalidField("on", "Give the day it was said, today at the latest.");
  return instantOf(timeZone, on, "12:00");
}

type Refused = { contactId: string; purpose: "survey" | "marketing"; email: string | null };

async function openRefusal(tx: Tx, ctx: Ctx, { contactId, purpose, email }: Refused) {
  const workspaceId = ctx.workspace.id;
  if (!email) return;
  await tx.suppression.create({
    data: {
      workspaceId,
      id: newId(),
      addressHash: addressHash(readEnv().LINK_KEYS, workspaceId, email),
      reason: "opt_out",
      purpose,
      contactId,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
}

/** A refusal stops mail to the address, also under another contact; a yes lifts only that purpose's. */
async function followRefusal(tx: Tx, ctx: Ctx, said: Recorded, purpose: ConsentPurpose) {
  if (purpose === "reward") return;
  const { contactId } = said;
  const workspaceId = ctx.workspace.id;
  await tx.suppression.updateMany({
    where: { workspaceId, contactId, reason: "opt_out", purpose, liftedAt: null },
    data: { liftedAt: ctx.now },
  });
  if (said.state === "granted") return;
  const contact = await tx.contact.findFirst({
    where: { workspaceId, id: contactId },
    select: { email: true },
  });
  await openRefusal(tx, ctx, { contactId, purpose, email: contact?.email ?? null });
}

/** Whether a later word of the person stands against what is recorded now. */
async function isLatest(tx: Tx, ctx: Ctx, said: Recorded, at: Date): Promise<boolean> {
  const later = await tx.consent.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      contactId: said.contactId,
      purpose: said.purpose,
      at: { gt: at },
    },
    select: { id: true },
  });
  return later === null;
}

/** What a person said outside our pages, with the words, the time and where; told by a colleague. */
export async function recordConsent({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ contactId: string }> {
  requirePermission(ctx, "account:write");
  const said = recordConsentSchema.parse(input);
  const at = instantSaid(ctx, said.on);
  if (said.state === "granted" && said.wording === "") {
    throw invalidField("wording", "Write down what the person agreed to, in the words used.");
  }
  return withWorkspace(ctx, async (tx) => {
    const { contactId, purpose, state, source } = said;
    await loadContact(tx, ctx.workspace.id, contactId);
    await tx.$queryRaw`
      SELECT id FROM contact
      WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${contactId}::uuid FOR UPDATE`;
    const wording = said.wording || null;
    const counts = await isLatest(tx, ctx, said, at);
    await appendConsent(tx, ctx, contactId, { purpose, state, wording, source, at });
    if (counts) await followRefusal(tx, ctx, said, purpose);
    await writeAudit(tx, ctx, {
      verb: "recordConsent",
      subjectType: "contact",
      subjectId: contactId,
      fields: [purpose, state],
    });
    return { contactId };
  });
}

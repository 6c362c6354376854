import { erasedExternalIds } from "@/lib/accounts/erased-external-id";
import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { chooseLanguage } from "@/lib/i18n/languages";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { suppressAddress } from "@/lib/mail/suppress-address";
import { enqueueEvents } from "@/lib/webhooks/enqueue-event";
import { eraseTraces } from "./erase-traces";
import type { ErasedPerson } from "./person-words";
import { scrubImports } from "./scrub-imports";
import { scrubTexts } from "./scrub-texts";

type Contact = ErasedPerson & { id: string; accountId: string; language: string | null };

/** The mails first, as a claim does it: neither then waits for what the other holds. */
async function lockContact(tx: Tx, workspaceId: string, id: string): Promise<Contact | null> {
  await tx.$queryRaw`
    SELECT m.id FROM mail_outbox m
    JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
      AND i.contact_id = ${id}::uuid
    ORDER BY m.id FOR UPDATE OF m`;
  const [row] = await tx.$queryRaw<Contact[]>`
    SELECT id, account_id AS "accountId", first_name AS "firstName", last_name AS "lastName", email,
      external_id AS "externalId", language
    FROM contact
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND erased_at IS NULL
    FOR UPDATE`;
  return row ?? null;
}

/** The address gets a last mail, and leaves a code behind by which it is never written to again. */
async function sayGoodbye(tx: Tx, ctx: Ctx, contact: Contact): Promise<void> {
  const { id: contactId, email } = contact;
  if (!email) return;
  await suppressAddress(tx, ctx, { address: email, reason: "erasure", contactId });
  const { workspace } = ctx;
  const language = chooseLanguage(contact.language, workspace.locale);
  const payload = { language, company: workspace.name, ahead: null };
  await enqueueMail(tx, ctx, { kind: "erasure_receipt", to: email, payload });
}

/**
 * The row stays, emptied: the person's answers still belong to one person, so that the latest of them
 * counts and no figure of the past changes. Nothing in it says who that was.
 */
async function emptyContact(tx: Tx, ctx: Ctx, contact: Contact): Promise<void> {
  const { workspace, now } = ctx;
  const [code = null] = contact.externalId
    ? erasedExternalIds(readEnv().LINK_KEYS, workspace.id, contact.externalId)
    : [];
  await tx.contact.updateMany({
    where: { workspaceId: workspace.id, id: contact.id },
    data: {
      firstName: null,
      lastName: null,
      email: null,
      title: null,
      language: null,
      worksWithId: null,
      surveyIntervalDays: null,
      externalId: code,
      erasedAt: now,
      updatedAt: now,
    },
  });
}

async function closeRequests(tx: Tx, ctx: Ctx, contactId: string): Promise<void> {
  await tx.erasureRequest.updateMany({
    where: { workspaceId: ctx.workspace.id, contactId, undoneAt: null, doneAt: null },
    data: { doneAt: ctx.now },
  });
}

/**
 * Removes a person everywhere in the caller's transaction and keeps the anonymous scores.
 * @returns where something was removed, for the audit row; null when the person is gone already.
 * @throws AppError CONFLICT while a file with the person is being imported.
 */
export async function erasePerson(tx: Tx, ctx: Ctx, contactId: string): Promise<string[] | null> {
  const workspaceId = ctx.workspace.id;
  const contact = await lockContact(tx, workspaceId, contactId);
  if (!contact) return null;
  const imports = await scrubImports(tx, workspaceId, contact);
  const traces = await eraseTraces(tx, ctx, contact);
  const texts = await scrubTexts(tx, workspaceId, contact);
  await sayGoodbye(tx, ctx, contact);
  await emptyContact(tx, ctx, contact);
  await closeRequests(tx, ctx, contactId);
  const { accountId } = contact;
  const erased = { kind: "contact.erased", key: `erased:${contactId}` } as const;
  await enqueueEvents(tx, ctx, [{ ...erased, data: { contactId, accountId } }]);
  await markFactsChanged(tx, workspaceId, [contact.accountId], ctx.now);
  return ["contact", ...traces, ...texts, ...imports];
}

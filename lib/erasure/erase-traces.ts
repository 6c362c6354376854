import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { closeExpression, type ErasedPerson } from "./person-words";
import { ERASED_WORD } from "./scrub-texts";

type Traced = ErasedPerson & { id: string };

/** Mails to the person: nothing waits any more, and of what went out stays only that it did. */
async function eraseMails(tx: Tx, ctx: Ctx, { id }: Traced): Promise<number> {
  const ws = ctx.workspace.id;
  return tx.$executeRaw`
    UPDATE mail_outbox m SET to_address = NULL, payload = '{}'::jsonb, message_id = NULL,
      state = CASE WHEN m.state IN ('pending', 'paused', 'claimed') THEN 'skipped' ELSE m.state END,
      reason = CASE WHEN m.state IN ('pending', 'paused', 'claimed') THEN 'erased' ELSE m.reason END,
      finished_at = COALESCE(m.finished_at, ${ctx.now})
    FROM invitation i
    WHERE m.workspace_id = ${ws}::uuid AND i.workspace_id = ${ws}::uuid
      AND i.id = m.invitation_id AND i.contact_id = ${id}::uuid`;
}

/** The scores stay; the words, and how and from where the person answered, go. */
async function eraseAnswers(tx: Tx, ctx: Ctx, { id }: Traced): Promise<number> {
  const ws = ctx.workspace.id;
  await tx.$executeRaw`
    UPDATE answer_handling h SET note = NULL
    FROM invitation i
    WHERE h.workspace_id = ${ws}::uuid AND i.workspace_id = ${ws}::uuid
      AND i.id = h.invitation_id AND i.contact_id = ${id}::uuid`;
  return tx.$executeRaw`
    UPDATE response_event SET comment = NULL, evidence = '{}'::jsonb, external_id = NULL
    WHERE workspace_id = ${ws}::uuid AND contact_id = ${id}::uuid
      AND (comment IS NOT NULL OR evidence <> '{}'::jsonb OR external_id IS NOT NULL)`;
}

async function eraseVisits(tx: Tx, ctx: Ctx, { id }: Traced): Promise<number> {
  const ws = ctx.workspace.id;
  return tx.$executeRaw`
    DELETE FROM invitation_visit v USING invitation i
    WHERE v.workspace_id = ${ws}::uuid AND i.workspace_id = ${ws}::uuid
      AND i.id = v.invitation_id AND i.contact_id = ${id}::uuid`;
}

/** Links in old mails end, and what a client called its request is forgotten. */
async function endLinks(tx: Tx, ctx: Ctx, { id }: Traced): Promise<number> {
  return tx.$executeRaw`
    UPDATE invitation SET token_version = token_version + 1, ask_key = NULL
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND contact_id = ${id}::uuid`;
}

/** What a client was answered about the person, for calling again under the same name. */
async function forgetCalls(tx: Tx, ctx: Ctx, { id }: Traced): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM api_call
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND position(${id} in body) > 0`;
}

/** What was told to systems of the customer's own; that it was told stays. */
async function eraseEvents(tx: Tx, ctx: Ctx, { id }: Traced): Promise<number> {
  const ws = ctx.workspace.id;
  return tx.$executeRaw`
    UPDATE webhook_delivery d SET payload = '',
      state = CASE WHEN d.state = 'pending' THEN 'failed' ELSE d.state END,
      last_error = CASE WHEN d.state = 'pending' THEN 'erased' ELSE d.last_error END,
      finished_at = COALESCE(d.finished_at, ${ctx.now})
    WHERE d.workspace_id = ${ws}::uuid AND d.payload <> '' AND (
      position(${id} in d.payload) > 0 OR EXISTS (
        SELECT 1 FROM invitation i WHERE i.workspace_id = ${ws}::uuid
          AND i.contact_id = ${id}::uuid AND position(i.id::text in d.payload) > 0))`;
}

/** That somebody was called or complained stays with the account; what was said of the person goes. */
async function eraseTouches(tx: Tx, ctx: Ctx, { id }: Traced): Promise<number> {
  return tx.$executeRaw`
    UPDATE touch SET contact_id = NULL, note = NULL, next_step = NULL, external_id = NULL
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND contact_id = ${id}::uuid`;
}

/** In lists of addresses that no person had, of before the person was known here. */
async function forgetAddress(tx: Tx, ctx: Ctx, { email }: Traced): Promise<number> {
  if (email === null) return 0;
  const address = email.trim().toLowerCase();
  return tx.$executeRaw`
    UPDATE logged_mail SET unknown_addresses = array_remove(unknown_addresses, ${address})
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND unknown_addresses @> ARRAY[${address}]`;
}

async function eraseComplaints(tx: Tx, ctx: Ctx, person: Traced): Promise<number> {
  const where = { workspaceId: ctx.workspace.id, contactId: person.id };
  const names = closeExpression(person);
  const rows = await tx.complaint.findMany({ where, select: { id: true, subject: true } });
  for (const { id, subject } of rows) {
    const clean = names ? subject.replace(names, ERASED_WORD) : subject;
    await tx.complaint.updateMany({
      where: { ...where, id },
      data: { contactId: null, body: null, externalId: null, subject: clean },
    });
  }
  return rows.length;
}

/** Everything that hangs on the person's row. @returns the tables in which there was something. */
export async function eraseTraces(tx: Tx, ctx: Ctx, person: Traced): Promise<string[]> {
  const counts: [string, number][] = [
    ["mail_outbox", await eraseMails(tx, ctx, person)],
    ["response_event", await eraseAnswers(tx, ctx, person)],
    ["invitation_visit", await eraseVisits(tx, ctx, person)],
    ["invitation", await endLinks(tx, ctx, person)],
    ["webhook_delivery", await eraseEvents(tx, ctx, person)],
    ["api_call", await forgetCalls(tx, ctx, person)],
    ["touch", await eraseTouches(tx, ctx, person)],
    ["logged_mail", await forgetAddress(tx, ctx, person)],
    ["complaint", await eraseComplaints(tx, ctx, person)],
  ];
  return counts.flatMap(([table, count]) => (count > 0 ? table : []));
}

import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import type { PersonToAsk } from "./load-people-to-ask";

const ROWS_PER_STATEMENT = 5_000;

type NewWave = { id: string; surveyId: string; closesOn: string };

/** A person of a wave; a program plans each for a time and a subject of its own. */
export type PlannedPerson = PersonToAsk & {
  planned?: { dueAt: Date; on: string; closesOn: string; askKey: string | null };
};
type Row = PlannedPerson & { id: string };

async function insertSome(
  tx: Tx,
  ctx: Ctx,
  wave: NewWave,
  people: readonly Row[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO invitation (workspace_id, id, wave_id, survey_id, contact_id, account_id, language,
      created_at, closes_on, skipped_reason, planned_on, ask_key)
    SELECT ${ctx.workspace.id}::uuid, t.id, ${wave.id}::uuid, ${wave.surveyId}::uuid, t.contact_id,
      t.account_id, t.language, ${ctx.now}, t.closes_on, NULLIF(t.skip, ''), t.planned_on, t.ask_key
    FROM unnest(${people.map((p) => p.id)}::uuid[], ${people.map((p) => p.contactId)}::uuid[],
      ${people.map((p) => p.accountId)}::uuid[], ${people.map((p) => p.language)}::text[],
      ${people.map((p) => p.skip ?? "")}::text[],
      ${people.map((p) => p.planned?.closesOn ?? wave.closesOn)}::date[],
      ${people.map((p) => p.planned?.on ?? null)}::date[],
      ${people.map((p) => p.planned?.askKey ?? null)}::text[])
      AS t(id, contact_id, account_id, language, skip, closes_on, planned_on, ask_key)
    ON CONFLICT DO NOTHING RETURNING id`;
  return new Set(rows.map((row) => row.id));
}

async function insertMails(
  tx: Tx,
  ctx: Ctx,
  people: readonly Row[],
  payload: string,
): Promise<void> {
  // No address here: the one the person has when the mail is claimed is the one written to.
  await tx.$executeRaw`
    INSERT INTO mail_outbox (workspace_id, id, kind, invitation_id, payload, state, created_at, due_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, 'survey', t.invitation_id, ${payload}::jsonb, 'pending',
      ${ctx.now}, t.due_at
    FROM unnest(${people.map(() => newId())}::uuid[], ${people.map((p) => p.id)}::uuid[],
      ${people.map((p) => p.planned?.dueAt ?? ctx.now)}::timestamptz[])
      AS t(id, invitation_id, due_at)
    ON CONFLICT DO NOTHING RETURNING id`;
}

/**
 * Everyone of the selection gets a row, also who is skipped and why; a mail only who is asked.
 * @returns how many mails were written.
 */
export async function insertInvitations(
  tx: Tx,
  ctx: Ctx,
  wave: NewWave,
  people: readonly PlannedPerson[],
  rules: { asksDespiteInterval: boolean },
): Promise<number> {
  const payload = JSON.stringify(rules);
  let asked = 0;
  for (let from = 0; from < people.length; from += ROWS_PER_STATEMENT) {
    const some = people
      .slice(from, from + ROWS_PER_STATEMENT)
      .map((person) => ({ ...person, id: newId() }));
    const written = await insertSome(tx, ctx, wave, some);
    const toAsk = some.filter((person) => person.skip === null && written.has(person.id));
    await insertMails(tx, ctx, toAsk, payload);
    asked += toAsk.length;
  }
  return asked;
}

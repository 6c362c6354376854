import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import type { PersonToAsk } from "./load-people-to-ask";

const ROWS_PER_STATEMENT = 5_000;

type NewWave = { id: string; surveyId: string; closesOn: string };

async function insertSome(
  tx: Tx,
  ctx: Ctx,
  wave: NewWave,
  people: readonly (PersonToAsk & { id: string })[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO invitation (workspace_id, id, wave_id, survey_id, contact_id, account_id, language,
      created_at, closes_on, skipped_reason)
    SELECT ${ctx.workspace.id}::uuid, t.id, ${wave.id}::uuid, ${wave.surveyId}::uuid, t.contact_id,
      t.account_id, t.language, ${ctx.now}, ${wave.closesOn}::date, NULLIF(t.skip, '')
    FROM unnest(${people.map((p) => p.id)}::uuid[], ${people.map((p) => p.contactId)}::uuid[],
      ${people.map((p) => p.accountId)}::uuid[], ${people.map((p) => p.language)}::text[],
      ${people.map((p) => p.skip ?? "")}::text[]) AS t(id, contact_id, account_id, language, skip)
    ON CONFLICT DO NOTHING RETURNING id`;
}

async function insertMails(
  tx: Tx,
  ctx: Ctx,
  people: readonly (PersonToAsk & { id: string })[],
  payload: string,
): Promise<void> {
  // No address here: the one the person has when the mail is claimed is the one written to.
  await tx.$executeRaw`
    INSERT INTO mail_outbox (workspace_id, id, kind, invitation_id, payload, state, created_at, due_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, 'survey', t.invitation_id, ${payload}::jsonb, 'pending',
      ${ctx.now}, ${ctx.now}
    FROM unnest(${people.map(() => newId())}::uuid[], ${people.map((p) => p.id)}::uuid[])
      AS t(id, invitation_id)
    ON CONFLICT DO NOTHING RETURNING id`;
}

/** Everyone of the selection gets a row, also who is skipped and why; a mail only who is asked. */
export async function insertInvitations(
  tx: Tx,
  ctx: Ctx,
  wave: NewWave,
  people: readonly PersonToAsk[],
  rules: { asksDespiteInterval: boolean },
): Promise<void> {
  const payload = JSON.stringify(rules);
  for (let from = 0; from < people.length; from += ROWS_PER_STATEMENT) {
    const some = people
      .slice(from, from + ROWS_PER_STATEMENT)
      .map((person) => ({ ...person, id: newId() }));
    await insertSome(tx, ctx, wave, some);
    await insertMails(
      tx,
      ctx,
      some.filter((person) => person.skip === null),
      payload,
    );
  }
}

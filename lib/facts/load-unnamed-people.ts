import type { AnswerRow, ContactRow } from "./account-rows";
import { type ScoredRow, toAnswer } from "./load-answers";
import type { Scope } from "./scope";

type Row = ScoredRow & { accountId: string };

/**
 * Who answered through a link that names the account but no person: each press somebody of the
 * account, whose role nobody knows. Of several confirmed answers on one day the last one counts.
 */
export async function loadUnnamedPeople(
  scope: Scope,
): Promise<{ people: ContactRow[]; answers: AnswerRow[] }> {
  const { tx, workspaceId, accountIds } = scope;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (coalesce(r.invitation_id, r.id), r.question, r.scope, r.answered_on)
      coalesce(r.invitation_id, r.id) AS "contactId", r.account_id AS "accountId", r.question,
      r.value_number AS "valueNumber", r.value_code AS "valueCode", r.scale, r.scope, r.class,
      r.answered_on - DATE '1970-01-01' AS "day"
    FROM response_event r
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.contact_id IS NULL
      AND r.account_id IS NOT NULL AND r.class = 'confirmed'
      AND r.question IN ('nps', 'csat', 'relative_advantage', 'switching')
      AND (${accountIds}::uuid[] IS NULL OR r.account_id = ANY(${accountIds}::uuid[]))
    ORDER BY coalesce(r.invitation_id, r.id), r.question, r.scope, r.answered_on,
      r.answered_at DESC, r.id DESC`;
  const people = new Map<string, ContactRow>();
  for (const { contactId: id, accountId, day } of rows) {
    const createdDay = Math.min(day, people.get(id)?.createdDay ?? day);
    people.set(id, { id, accountId, role: null, createdDay, untilDay: null, isUnnamed: true });
  }
  return {
    people: [...people.values()],
    answers: rows.map(toAnswer).filter((answer) => answer !== null),
  };
}

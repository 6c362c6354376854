import { Prisma } from "@/lib/db/generated/client";
import type { TimelineKind } from "./account-page.types";

type Wanted = {
  workspaceId: string;
  timeZone: string;
  accountIds: readonly string[];
  asOf: string;
  kind: TimelineKind | null;
  limit: number;
  offset: number;
};

function answers(ws: Prisma.Sql, accountId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id::text AS id, ${accountId}, 'answer' AS kind, r.question AS detail,
      r.answered_on AS "on", coalesce(r.comment, (
        SELECT w.comment FROM response_event w WHERE w.workspace_id = ${ws}
          AND w.invitation_id = r.invitation_id AND w.question = 'comment'
          AND w.class = 'confirmed' AND r.question IN ('nps', 'csat')
        ORDER BY w.answered_at DESC LIMIT 1)) AS text,
      r.contact_id, r.value_number, r.value_code, r.scale, NULL::float8 AS amount,
      NULL::text AS currency, NULL::date AS closed_on, NULL::date AS due_on, NULL::boolean AS done
    FROM response_event r`;
}

function counted(ws: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`r.workspace_id = ${ws} AND r.class = 'confirmed'
    AND r.question IN ('nps', 'csat', 'relative_advantage', 'switching')`;
}

/**
 * One row per thing that happened, all kinds in the same columns: id, account, kind, detail, day, text,
 * contact, number, code, scale, amount, currency, closed, due, done; the code of a contact is the words of
 * its next step. Orders of one day are one entry.
 */
function happenings({ workspaceId, timeZone, accountIds }: Wanted): Prisma.Sql {
  const ws = Prisma.sql`${workspaceId}::uuid`;
  const ours = Prisma.sql`ANY(${accountIds}::uuid[])`;
  const zone = Prisma.sql`${timeZone}::text`;
  return Prisma.sql`
    ${answers(ws, Prisma.sql`c.account_id`)}
    JOIN contact c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
    WHERE ${counted(ws)} AND c.workspace_id = ${ws} AND c.account_id = ${ours}
    UNION ALL
    ${answers(ws, Prisma.sql`r.account_id`)}
    WHERE ${counted(ws)} AND r.contact_id IS NULL AND r.account_id = ${ours}
    UNION ALL
    SELECT min(p.id::text), p.account_id, 'order', coalesce(p.chosen_by, 'notRecorded'),
      p.ordered_on, string_agg(DISTINCT t.name, ', '), NULL::uuid, NULL::int, NULL, NULL,
      sum(p.amount_minor)::float8, p.currency, NULL, NULL, NULL
    FROM purchase p
    LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
      AND t.workspace_id = ${ws}
    WHERE p.workspace_id = ${ws} AND p.account_id = ${ours}
    GROUP BY p.account_id, p.ordered_on, p.currency, p.chosen_by
    UNION ALL
    SELECT id::text, account_id, 'complaint', 'complaint', opened_on, subject, contact_id, NULL,
      NULL, NULL, NULL, NULL, solved_on, NULL, solved_on IS NOT NULL
    FROM complaint WHERE workspace_id = ${ws} AND account_id = ${ours}
    UNION ALL
    SELECT id::text, account_id, 'promise', 'promise', made_on, body, NULL, NULL, NULL, NULL, NULL,
      NULL, coalesce(kept_on, broken_on), due_on, kept_on IS NOT NULL
    FROM promise WHERE workspace_id = ${ws} AND account_id = ${ours}
    UNION ALL
    SELECT id::text, account_id, 'touch', kind, happened_on, note, contact_id,
      NULL, next_step, NULL, NULL, NULL, NULL, next_step_on, is_two_way
    FROM touch WHERE workspace_id = ${ws} AND account_id = ${ours}
    UNION ALL
    SELECT t.id::text, k.account_id, 'contract', t.decided_by, t.decided_on, k.name, NULL, NULL,
      NULL, NULL, t.recurring_minor::float8, t.currency, NULL, t.ends_on, NULL
    FROM contract_term t
    JOIN contract k ON k.workspace_id = t.workspace_id AND k.id = t.contract_id
    WHERE t.workspace_id = ${ws} AND k.workspace_id = ${ws} AND k.account_id = ${ours}
    UNION ALL
    SELECT n.id::text, k.account_id, 'negotiation', n.outcome, n.opened_on,
      concat_ws(', ', k.name, n.rival), NULL, NULL, NULL, NULL, NULL, NULL, n.closed_on, NULL,
      CASE n.outcome WHEN 'won' THEN true WHEN 'lost' THEN false END
    FROM renewal_negotiation n
    JOIN contract k ON k.workspace_id = n.workspace_id AND k.id = n.contract_id
    WHERE n.workspace_id = ${ws} AND k.workspace_id = ${ws} AND k.account_id = ${ours}
    UNION ALL
    SELECT id::text || '-notice', account_id, 'contract', 'notice', notice_given_on, name, NULL,
      NULL, NULL, NULL, NULL, NULL, NULL, ended_on, NULL
    FROM contract
    WHERE workspace_id = ${ws} AND account_id = ${ours} AND notice_given_on IS NOT NULL
    UNION ALL
    SELECT id::text, account_id, 'churn', kind, happened_on, reason, NULL, NULL, NULL, NULL,
      amount_minor::float8, currency, NULL, NULL, NULL
    FROM churn_event WHERE workspace_id = ${ws} AND account_id = ${ours}
    UNION ALL
    SELECT id::text, account_id, 'case', signal, (opened_at AT TIME ZONE ${zone})::date, note, NULL,
      NULL, NULL, NULL, NULL, NULL, (closed_at AT TIME ZONE ${zone})::date, due_on,
      closed_at IS NOT NULL
    FROM case_file WHERE workspace_id = ${ws} AND account_id = ${ours}
    UNION ALL
    SELECT i.id::text, i.account_id, 'asked', s.question,
      (i.delivered_at AT TIME ZONE ${zone})::date, s.name, i.contact_id, NULL, NULL, NULL, NULL,
      NULL, NULL, NULL, NULL
    FROM invitation i
    JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    WHERE i.workspace_id = ${ws} AND s.workspace_id = ${ws} AND i.account_id = ${ours}
      AND i.delivered_at IS NOT NULL`;
}

export function timelineSql(wanted: Wanted): Prisma.Sql {
  const { workspaceId, asOf, kind, limit, offset } = wanted;
  return Prisma.sql`
    SELECT e.id, e.account_id AS "accountId", e.kind, e."on" - DATE '1970-01-01' AS "day", e.detail,
      e.text, e.contact_id AS "contactId", c.first_name AS "firstName", c.last_name AS "lastName",
      c.email, CASE c.role WHEN 'decision_maker' THEN 'decisionMaker' ELSE c.role END AS role,
      e.value_number AS "valueNumber", e.value_code AS "valueCode", e.scale,
      e.amount AS "amountMinor", e.currency, e.closed_on - DATE '1970-01-01' AS "closedDay",
      e.due_on - DATE '1970-01-01' AS "dueDay", e.done AS "isDone",
      (count(*) OVER ())::int AS total
    FROM (${happenings(wanted)}) e
    LEFT JOIN contact c ON c.workspace_id = ${workspaceId}::uuid AND c.id = e.contact_id
    WHERE e."on" <= ${asOf}::date AND (${kind}::text IS NULL OR e.kind = ${kind}::text)
    ORDER BY e."on" DESC, e.kind, e.id DESC
    LIMIT ${limit} OFFSET ${offset}`;
}

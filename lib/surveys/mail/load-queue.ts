import type { Tx } from "@/lib/db/with-workspace";
import { KINDS_KEEPING_PAYLOAD } from "@/lib/mail/mail-kinds";
import type { OpenMail, QueueState, SendingDto } from "./sending.types";

const DAYS_SHOWN = 30;
const UNCERTAIN_SHOWN = 200;

export async function loadQueue(tx: Tx, workspaceId: string): Promise<SendingDto["queue"]> {
  return tx.$queryRaw<{ state: QueueState; mails: number }[]>`
    SELECT state, count(*)::int AS mails FROM mail_outbox
    WHERE workspace_id = ${workspaceId}::uuid
      AND (finished_at IS NULL OR state = 'uncertain'
        OR finished_at > now() - make_interval(days => ${DAYS_SHOWN}))
    GROUP BY state`;
}

export async function loadOldestWait(tx: Tx, workspaceId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ seconds: number | null }[]>`
    SELECT extract(epoch FROM now() - min(due_at))::int AS seconds FROM mail_outbox
    WHERE workspace_id = ${workspaceId}::uuid AND due_at <= now()
      AND (state = 'pending' OR (state = 'claimed' AND leased_until < now()))`;
  return row?.seconds ?? null;
}

export async function loadLastProblem(
  tx: Tx,
  workspaceId: string,
): Promise<SendingDto["lastProblem"]> {
  const [row] = await tx.$queryRaw<{ reason: string; mails: number }[]>`
    SELECT reason, count(*)::int AS mails FROM mail_outbox
    WHERE workspace_id = ${workspaceId}::uuid AND state = 'pending' AND attempts > 0
      AND reason IS NOT NULL
    GROUP BY reason ORDER BY count(*) DESC, reason LIMIT 1`;
  return row ?? null;
}

type Row = Omit<OpenMail, "handedAt" | "canSendAgain"> & { handedAt: Date | null };

/** Whoever looks them up in the mail server's log needs the Message-ID, and no address. */
export async function loadUncertain(tx: Tx, workspaceId: string): Promise<OpenMail[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m.id AS "mailId", m.kind, i.wave_id AS "waveId", a.name AS "accountName",
      m.handed_at AS "handedAt", m.message_id AS "messageId",
      COALESCE(NULLIF(concat_ws(' ', c.first_name, c.last_name), ''), e.name) AS name
    FROM mail_outbox m
    LEFT JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
    LEFT JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
    LEFT JOIN account a ON a.workspace_id = i.workspace_id AND a.id = i.account_id
    LEFT JOIN employee e ON e.workspace_id = m.workspace_id AND e.id = m.employee_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.state = 'uncertain'
    ORDER BY m.handed_at DESC NULLS LAST, m.id LIMIT ${UNCERTAIN_SHOWN}`;
  return rows.map((row) => ({
    ...row,
    handedAt: row.handedAt?.toISOString() ?? null,
    canSendAgain: KINDS_KEEPING_PAYLOAD.includes(row.kind),
  }));
}

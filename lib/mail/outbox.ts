import type { Tx } from "@/lib/db/with-workspace";
import { KINDS_FORGETTING_ADDRESS, KINDS_KEEPING_PAYLOAD, type MailKind } from "./mail-kinds";

// pending -> claimed -> handed -> sent | bounced | failed | uncertain; suppressed and skipped from
// claimed; paused and back to pending with its wave. Leases run on the database's clock; `attempt`
// fences a claim that took too long.

export type ClaimedMail = {
  id: string;
  kind: MailKind;
  invitationId: string | null;
  employeeId: string | null;
  to: string | null;
  payload: unknown;
  attempt: number;
};

export type FinalState = "sent" | "bounced" | "failed" | "suppressed" | "skipped" | "uncertain";

/** Takes the mail that is due longest, also one whose worker died before handing it over. */
export async function claimMail(
  tx: Tx,
  workspaceId: string,
  leaseSeconds: number,
): Promise<ClaimedMail | null> {
  const rows = await tx.$queryRaw<ClaimedMail[]>`
    UPDATE mail_outbox SET state = 'claimed', attempts = attempts + 1,
      leased_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE workspace_id = ${workspaceId}::uuid AND id = (
      SELECT id FROM mail_outbox
      WHERE workspace_id = ${workspaceId}::uuid
        AND ((state = 'pending' AND due_at <= now())
          OR (state = 'claimed' AND leased_until < now()))
      ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, invitation_id AS "invitationId", employee_id AS "employeeId",
      to_address AS "to", payload, attempts AS attempt`;
  return rows[0] ?? null;
}

/** @returns false when the lease ran out and somebody else has the mail by now. */
export async function markHanded(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  handed: { leaseSeconds: number; messageId: string },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE mail_outbox SET state = 'handed', handed_at = now(), message_id = ${handed.messageId},
      leased_until = now() + make_interval(secs => ${handed.leaseSeconds})
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state = 'claimed' AND attempts = ${mail.attempt}`;
  if (count === 0) return false;
  if (mail.kind === "survey" || mail.kind === "survey_reminder") {
    await tx.$executeRaw`
      UPDATE invitation SET handed_at = now()
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.invitationId}::uuid`;
  }
  return true;
}

/** Before a first mail there is no earlier hand-over; before a reminder it is the first mail's. */
async function forgetHandOver(tx: Tx, workspaceId: string, mail: ClaimedMail): Promise<void> {
  if (mail.kind !== "survey" && mail.kind !== "survey_reminder") return;
  await tx.$executeRaw`
    UPDATE invitation SET handed_at = delivered_at
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.invitationId}::uuid`;
}

async function noteEnd(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  end: { state: FinalState; reason?: string | undefined },
): Promise<void> {
  const { kind, invitationId } = mail;
  if (end.state === "uncertain") return;
  if (end.state !== "sent") {
    await forgetHandOver(tx, workspaceId, mail);
    if (kind !== "survey") return;
    await tx.$executeRaw`
      UPDATE invitation SET skipped_reason = ${end.reason ?? end.state}
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${invitationId}::uuid`;
  } else if (kind === "survey") {
    await tx.$executeRaw`
      UPDATE invitation SET delivered_at = COALESCE(handed_at, now())
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${invitationId}::uuid`;
  } else if (kind === "survey_reminder") {
    await tx.$executeRaw`
      UPDATE invitation SET reminded_at = COALESCE(handed_at, now())
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${invitationId}::uuid`;
  }
}

/** Secret links are kept no longer than their mail is under way. */
export async function finishMail(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  end: { state: FinalState; reason?: string | undefined },
): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE mail_outbox SET state = ${end.state}, reason = ${end.reason ?? null},
      finished_at = now(), leased_until = NULL,
      payload = CASE WHEN kind = ANY(${KINDS_KEEPING_PAYLOAD}) THEN payload ELSE '{}'::jsonb END,
      to_address = CASE WHEN kind = ANY(${KINDS_FORGETTING_ADDRESS}) THEN NULL ELSE to_address END
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state IN ('claimed', 'handed', 'uncertain') AND attempts = ${mail.attempt}`;
  if (count > 0 && mail.invitationId !== null) await noteEnd(tx, workspaceId, mail, end);
}

/** Back in the queue: certainly nothing was taken over. */
export async function releaseMail(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  retry: { reason: string; afterSeconds: number },
): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE mail_outbox SET state = 'pending', reason = ${retry.reason}, leased_until = NULL,
      handed_at = NULL,
      due_at = now() + make_interval(secs => ${retry.afterSeconds})
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state IN ('claimed', 'handed', 'uncertain') AND attempts = ${mail.attempt}`;
  if (count > 0) await forgetHandOver(tx, workspaceId, mail);
}

/** Nothing was tried: the mail waits for its time, or until its wave goes on. */
export async function postponeMail(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  wait: { until: Date; reason: string } | { paused: string },
): Promise<void> {
  const isPaused = "paused" in wait;
  await tx.$executeRaw`
    UPDATE mail_outbox SET state = ${isPaused ? "paused" : "pending"},
      reason = ${isPaused ? wait.paused : wait.reason}, leased_until = NULL,
      attempts = attempts - 1,
      due_at = CASE WHEN ${isPaused} THEN due_at ELSE ${isPaused ? null : wait.until} END
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state = 'claimed' AND attempts = ${mail.attempt}`;
}

/** The claim failed by a fault of ours; one mail that cannot be written must not hold up the others. */
export async function setBackMail(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  afterSeconds: number | null,
): Promise<void> {
  const isOver = afterSeconds === null;
  await tx.$executeRaw`
    UPDATE mail_outbox SET attempts = ${mail.attempt}, reason = 'not_written',
      leased_until = NULL, state = ${isOver ? "failed" : "pending"},
      due_at = now() + make_interval(secs => ${afterSeconds ?? 0}),
      finished_at = CASE WHEN ${isOver} THEN now() END
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state IN ('pending', 'claimed') AND attempts = ${mail.attempt - 1}`;
}

/** Whoever handed these over died before the answer: nobody knows, so a person has to look. */
export async function nameUncertainMail(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE mail_outbox SET state = 'uncertain', reason = 'worker_stopped',
      finished_at = now(), leased_until = NULL,
      payload = CASE WHEN kind = ANY(${KINDS_KEEPING_PAYLOAD}) THEN payload ELSE '{}'::jsonb END,
      to_address = CASE WHEN kind = ANY(${KINDS_FORGETTING_ADDRESS}) THEN NULL ELSE to_address END
    WHERE workspace_id = ${workspaceId}::uuid AND state = 'handed'
      AND leased_until < now()
    RETURNING id`;
  return rows.map((row) => row.id);
}

/** When the workspace's outbox has to be looked at again; null where nothing is under way. */
export async function nextMailAt(tx: Tx, workspaceId: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(CASE WHEN state = 'pending' THEN due_at ELSE leased_until END) AS at
    FROM mail_outbox
    WHERE workspace_id = ${workspaceId}::uuid AND state IN ('pending', 'claimed', 'handed')`;
  return row?.at ?? null;
}

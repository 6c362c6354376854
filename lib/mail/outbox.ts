import type { Tx } from "@/lib/db/with-workspace";
import type { MailKind } from "./mail-kinds";

// pending -> claimed -> handed -> sent | bounced | failed | uncertain; suppressed and skipped from
// claimed. Leases run on the database's clock; `attempt` fences a claim that took too long.

export type ClaimedMail = {
  id: string;
  kind: MailKind;
  invitationId: string | null;
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
    RETURNING id, kind, invitation_id AS "invitationId", to_address AS "to", payload,
      attempts AS attempt`;
  return rows[0] ?? null;
}

/** @returns false when the lease ran out and somebody else has the mail by now. */
export async function markHanded(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  leaseSeconds: number,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE mail_outbox SET state = 'handed', handed_at = now(),
      leased_until = now() + make_interval(secs => ${leaseSeconds})
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state = 'claimed' AND attempts = ${mail.attempt}`;
  if (count === 0) return false;
  await tx.$executeRaw`
    UPDATE invitation SET handed_at = now()
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.invitationId}::uuid`;
  return true;
}

/** The secret links of account mails are kept no longer than the mail is under way. */
export async function finishMail(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  end: { state: FinalState; reason?: string | undefined },
): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE mail_outbox SET state = ${end.state}, reason = ${end.reason ?? null},
      finished_at = now(), leased_until = NULL,
      payload = CASE WHEN kind = 'survey' THEN payload ELSE '{}'::jsonb END
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state IN ('claimed', 'handed', 'uncertain') AND attempts = ${mail.attempt}`;
  if (count === 0 || mail.invitationId === null) return;
  if (end.state === "sent") {
    await tx.$executeRaw`
      UPDATE invitation SET delivered_at = COALESCE(handed_at, now())
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.invitationId}::uuid`;
  } else if (end.state !== "uncertain") {
    await tx.$executeRaw`
      UPDATE invitation SET skipped_reason = ${end.reason ?? end.state}, handed_at = NULL
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.invitationId}::uuid`;
  }
}

/** Back in the queue: certainly nothing was taken over. */
export async function releaseMail(
  tx: Tx,
  workspaceId: string,
  mail: ClaimedMail,
  retry: { reason: string; afterSeconds: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE mail_outbox SET state = 'pending', reason = ${retry.reason}, leased_until = NULL,
      handed_at = NULL,
      due_at = now() + make_interval(secs => ${retry.afterSeconds})
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.id}::uuid
      AND state IN ('claimed', 'handed', 'uncertain') AND attempts = ${mail.attempt}`;
  await tx.$executeRaw`
    UPDATE invitation SET handed_at = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${mail.invitationId}::uuid`;
}

/** Whoever handed these over died before the answer: nobody knows, so a person has to look. */
export async function nameUncertainMail(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE mail_outbox SET state = 'uncertain', reason = 'worker stopped during hand-over',
      finished_at = now(), leased_until = NULL,
      payload = CASE WHEN kind = 'survey' THEN payload ELSE '{}'::jsonb END
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

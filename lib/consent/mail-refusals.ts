import type { Tx } from "@/lib/db/with-workspace";
import { addressHashes } from "@/lib/mail/address-hash";
import type { LinkKey } from "@/lib/mail/link-token";

export type MailRefusal = "opted_out" | "suppressed";
type Recipient = { contactId: string; email: string | null };

async function suppressedAmong(
  tx: Tx,
  workspaceId: string,
  keys: readonly LinkKey[],
  recipients: readonly Recipient[],
): Promise<Set<string>> {
  const owners: string[] = [];
  const hashes: string[] = [];
  for (const { contactId, email } of recipients) {
    for (const hash of email ? addressHashes(keys, workspaceId, email) : []) {
      owners.push(contactId);
      hashes.push(hash);
    }
  }
  const ids = recipients.map((recipient) => recipient.contactId);
  const rows = await tx.$queryRaw<{ contactId: string }[]>`
    SELECT o.contact_id AS "contactId"
    FROM unnest(${owners}::uuid[], ${hashes}::text[]) AS o(contact_id, address_hash)
    JOIN suppression s ON s.workspace_id = ${workspaceId}::uuid AND s.address_hash = o.address_hash
    WHERE s.lifted_at IS NULL AND s.purpose IN ('survey', 'all')
    UNION
    SELECT s.contact_id FROM suppression s
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.contact_id = ANY(${ids}::uuid[])
      AND s.lifted_at IS NULL AND s.purpose IN ('survey', 'all')`;
  return new Set(rows.map((row) => row.contactId));
}

async function optedOutAmong(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ contactId: string; state: string }[]>`
    SELECT DISTINCT ON (contact_id) contact_id AS "contactId", state
    FROM consent
    WHERE workspace_id = ${workspaceId}::uuid AND contact_id = ANY(${contactIds}::uuid[])
      AND purpose = 'survey'
    ORDER BY contact_id, at DESC, id DESC`;
  return new Set(rows.filter((row) => row.state !== "granted").map((row) => row.contactId));
}

/** Who may not be sent a survey: said no, or the address is not to be written to. */
export async function surveyRefusals(
  tx: Tx,
  workspaceId: string,
  keys: readonly LinkKey[],
  recipients: readonly Recipient[],
): Promise<Map<string, MailRefusal>> {
  const refusals = new Map<string, MailRefusal>();
  if (recipients.length === 0) return refusals;
  const ids = recipients.map((recipient) => recipient.contactId);
  const suppressed = await suppressedAmong(tx, workspaceId, keys, recipients);
  const optedOut = await optedOutAmong(tx, workspaceId, ids);
  for (const id of suppressed) refusals.set(id, "suppressed");
  for (const id of optedOut) refusals.set(id, "opted_out");
  return refusals;
}

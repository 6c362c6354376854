import type { Tx } from "@/lib/db/with-workspace";
import { addressHashes } from "@/lib/mail/address-hash";
import type { LinkKey } from "@/lib/mail/link-token";
import type { ConsentState } from "./consent-rows";

export type MailRefusal = "opted_out" | "suppressed" | "no_consent";

export type Recipient = {
  contactId: string;
  email: string | null;
  /** Only who said yes is written to, as the sending mode of the country has it. */
  needsConsent?: boolean;
};

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
      AND s.lifted_at IS NULL AND s.purpose IN ('survey', 'all')
      AND s.reason <> 'hard_bounce'`;
  return new Set(rows.map((row) => row.contactId));
}

async function surveyConsents(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<Map<string, ConsentState>> {
  const rows = await tx.$queryRaw<{ contactId: string; state: ConsentState }[]>`
    SELECT DISTINCT ON (contact_id) contact_id AS "contactId", state
    FROM consent
    WHERE workspace_id = ${workspaceId}::uuid AND contact_id = ANY(${contactIds}::uuid[])
      AND purpose = 'survey'
    ORDER BY contact_id, at DESC, id DESC`;
  return new Map(rows.map((row) => [row.contactId, row.state]));
}

/** Who may not be sent a survey: said no, was never asked where that is needed, or has no mailbox. */
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
  const consents = await surveyConsents(tx, workspaceId, ids);
  for (const { contactId, needsConsent } of recipients) {
    const state = consents.get(contactId);
    if (state === "declined" || state === "withdrawn") refusals.set(contactId, "opted_out");
    else if (suppressed.has(contactId)) refusals.set(contactId, "suppressed");
    else if (needsConsent && state !== "granted") refusals.set(contactId, "no_consent");
  }
  return refusals;
}

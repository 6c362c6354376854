import type { WriteCall } from "../rows/row-statements";

export type ContactRef = { id: string; accountId: string };

/** Contacts by e-mail (lower case); one address may belong to people of several accounts. */
export async function resolveContacts(
  call: WriteCall,
  emails: Iterable<string>,
): Promise<Map<string, ContactRef[]>> {
  const wanted = [...new Set(emails)];
  if (wanted.length === 0) return new Map();
  const rows = await call.tx.$queryRaw<(ContactRef & { email: string })[]>`
    SELECT lower(email) AS email, id, account_id AS "accountId" FROM contact
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND lower(email) = ANY(${wanted}::text[])
      AND erased_at IS NULL
    ORDER BY left_on NULLS FIRST, created_at, id`;
  const contacts = new Map<string, ContactRef[]>();
  for (const { email, ...ref } of rows) contacts.set(email, [...(contacts.get(email) ?? []), ref]);
  return contacts;
}

/** The one the row means: at its account where it names one, else the only one. */
export function contactOf(
  contacts: ReadonlyMap<string, ContactRef[]>,
  email: string | null,
  accountId: string | null,
): ContactRef | null {
  const found = email === null ? [] : (contacts.get(email) ?? []);
  if (accountId !== null) return found.find((contact) => contact.accountId === accountId) ?? null;
  return found.length === 1 ? (found[0] ?? null) : null;
}

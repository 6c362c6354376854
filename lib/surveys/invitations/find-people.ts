import type { Ctx } from "@/lib/auth/ctx";
import { surveyRefusals } from "@/lib/consent/mail-refusals";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import type { RefusedReason } from "./invitations.types";
import type { PersonInput } from "./invitations-input";

export type FoundPerson = { person: PersonInput } & (
  | { contactId: string }
  | { refused: RefusedReason }
);

type Account = { id: string; externalId: string; source: string };
type Known = { id: string; accountId: string; email: string };

function loadAccounts(tx: Tx, workspaceId: string, people: readonly PersonInput[]) {
  const ids = people.flatMap((person) => person.accountExternalId ?? []);
  return tx.$queryRaw<Account[]>`
    SELECT coalesce(merged_into_id, id) AS id, external_id AS "externalId", source FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND external_id = ANY(${ids}::text[])
      AND archived_at IS NULL`;
}

function accountOf(person: PersonInput, accounts: readonly Account[]): Account | RefusedReason {
  const { accountExternalId, accountSource } = person;
  const [found, other] = accounts.filter(
    ({ externalId, source }) =>
      externalId === accountExternalId && (!accountSource || source === accountSource),
  );
  if (!found) return "no_account";
  return other && other.id !== found.id ? "ambiguous_account" : found;
}

async function loadByAddress(
  tx: Tx,
  workspaceId: string,
  wanted: readonly { accountId: string; email: string }[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<Known[]>`
    SELECT DISTINCT ON (c.account_id, lower(c.email)) c.id, c.account_id AS "accountId",
      lower(c.email) AS email
    FROM contact c
    JOIN unnest(${wanted.map((w) => w.accountId)}::uuid[], ${wanted.map((w) => w.email)}::text[])
      AS t(account_id, email) ON t.account_id = c.account_id AND t.email = lower(c.email)
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.archived_at IS NULL AND c.erased_at IS NULL
    ORDER BY c.account_id, lower(c.email), c.left_on NULLS FIRST, c.id`;
  return new Map(rows.map((row) => [`${row.accountId} ${row.email}`, row.id]));
}

type NewContact = { id: string; accountId: string; person: PersonInput };

/** Whoever refused, or was erased, is not entered again by somebody's system. */
async function withoutRefused(tx: Tx, workspaceId: string, people: readonly NewContact[]) {
  const recipients = people.map(({ id, person }) => ({
    contactId: id,
    email: person.contact?.email ?? null,
  }));
  return surveyRefusals(tx, workspaceId, readEnv().LINK_KEYS, recipients);
}

async function insertContacts(tx: Tx, ctx: Ctx, people: readonly NewContact[]): Promise<void> {
  const of = <T>(pick: (person: NewContact) => T) => people.map(pick);
  await tx.$executeRaw`
    INSERT INTO contact (workspace_id, id, account_id, source, email, first_name, last_name, role,
      language, created_at, updated_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, t.account_id, 'api', t.email, NULLIF(t.first_name, ''),
      NULLIF(t.last_name, ''), NULLIF(t.role, ''), NULLIF(t.language, ''), ${ctx.now}, ${ctx.now}
    FROM unnest(${of((p) => p.id)}::uuid[], ${of((p) => p.accountId)}::uuid[],
      ${of((p) => p.person.contact?.email ?? "")}::text[],
      ${of((p) => p.person.contact?.firstName ?? "")}::text[],
      ${of((p) => p.person.contact?.lastName ?? "")}::text[],
      ${of((p) => p.person.contact?.role ?? "")}::text[],
      ${of((p) => p.person.contact?.language ?? "")}::text[])
      AS t(id, account_id, email, first_name, last_name, role, language)
    ON CONFLICT DO NOTHING RETURNING id`;
}

async function existingIds(
  tx: Tx,
  workspaceId: string,
  people: readonly PersonInput[],
): Promise<Set<string>> {
  const ids = people.flatMap(({ contactId }) => contactId ?? []);
  const rows = await tx.contact.findMany({
    where: { workspaceId, id: { in: ids }, archivedAt: null, account: { archivedAt: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/**
 * The contact of each person; one who is not known yet is entered at the account named. Two calls for
 * the same account wait for one another, so that nobody is entered twice.
 */
export async function findPeople(
  tx: Tx,
  ctx: Ctx,
  people: readonly PersonInput[],
): Promise<FoundPerson[]> {
  const workspaceId = ctx.workspace.id;
  const known = await existingIds(tx, workspaceId, people);
  const accounts = await loadAccounts(tx, workspaceId, people);
  const ids = [...new Set(accounts.map(({ id }) => id))].sort();
  await tx.$queryRaw`
    SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  const wanted = people.flatMap((person) => {
    const account = accountOf(person, accounts);
    const email = person.contact?.email;
    return typeof account === "string" || !email ? [] : { accountId: account.id, email, person };
  });
  const byAddress = await loadByAddress(tx, workspaceId, wanted);
  const missing = new Map<string, NewContact>();
  for (const { accountId, email, person } of wanted) {
    const key = `${accountId} ${email}`;
    if (!byAddress.has(key) && !missing.has(key))
      missing.set(key, { id: newId(), accountId, person });
  }
  const refusals = await withoutRefused(tx, workspaceId, [...missing.values()]);
  const fresh = [...missing.values()].filter(({ id }) => !refusals.has(id));
  if (fresh.length > 0) await insertContacts(tx, ctx, fresh);
  return people.map((person): FoundPerson => {
    if (person.contactId) {
      const { contactId } = person;
      return known.has(contactId) ? { person, contactId } : { person, refused: "no_person" };
    }
    const account = accountOf(person, accounts);
    if (typeof account === "string") return { person, refused: account };
    const key = `${account.id} ${person.contact?.email}`;
    const contactId = byAddress.get(key) ?? missing.get(key)?.id ?? "";
    const refused = refusals.get(contactId);
    return refused ? { person, refused } : { person, contactId };
  });
}

import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { addNote, type ImportNotes } from "./notes";

type Found = { id: string; email: string };

function nameFrom(email: string): string {
  const words = (email.split("@")[0] ?? email).split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || email;
}

/** Employees by e-mail (lower case); those not seen before are added, without a way to sign in. */
export async function resolveEmployees(
  tx: Tx,
  workspaceId: string,
  people: readonly { email: string | null; name: string | null }[],
  notes: ImportNotes,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { email, name } of people) {
    if (email !== null && (name !== null || !names.has(email))) {
      names.set(email, name ?? nameFrom(email));
    }
  }
  const emails = [...names.keys()];
  if (emails.length === 0) return new Map();
  const load = () => tx.$queryRaw<Found[]>`
    SELECT id, lower(email) AS email FROM employee
    WHERE workspace_id = ${workspaceId}::uuid AND lower(email) = ANY(${emails}::text[])`;
  const known = new Set((await load()).map((row) => row.email));
  const fresh = emails.filter((email) => !known.has(email));
  if (fresh.length > 0) {
    const added = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO employee (workspace_id, id, name, email)
      SELECT ${workspaceId}::uuid, t.id, t.name, t.email
      FROM unnest(${fresh.map(() => newId())}::uuid[],
        ${fresh.map((email) => names.get(email) ?? email)}::text[], ${fresh}::text[]) AS t(id, name, email)
      ON CONFLICT DO NOTHING RETURNING id`;
    for (const _ of added) addNote(notes, "employeesCreated");
  }
  return new Map((await load()).map((row) => [row.email, row.id]));
}

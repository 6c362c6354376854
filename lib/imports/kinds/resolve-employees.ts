import { newId } from "@/lib/db/new-id";
import { insertRows } from "../rows/row-statements";
import { planRow } from "../rows/trial-rows";
import { EMPLOYEE_TABLE } from "../tables/employee-table";
import type { SideCall } from "./import-kind";
import { addNote } from "./notes";

type Found = { id: string; email: string };

function nameFrom(email: string): string {
  const words = (email.split("@")[0] ?? email).split(/[._-]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || email;
}

function namesOf(people: readonly { email: string | null; name: string | null }[]) {
  const names = new Map<string, string>();
  for (const { email, name } of people) {
    if (email !== null && (name !== null || !names.has(email))) {
      names.set(email, name ?? nameFrom(email));
    }
  }
  return names;
}

/** Employees by e-mail (lower case); those not seen before are added, without a way to sign in. */
export async function resolveEmployees(
  call: SideCall,
  people: readonly { email: string | null; name: string | null }[],
): Promise<Map<string, string>> {
  const { tx, trial } = call;
  const workspaceId = call.ctx.workspace.id;
  const names = namesOf(people);
  const emails = [...names.keys()];
  if (emails.length === 0) return new Map();
  const load = async () => {
    const rows = await tx.$queryRaw<Found[]>`
      SELECT id, lower(email) AS email FROM employee
      WHERE workspace_id = ${workspaceId}::uuid AND lower(email) = ANY(${emails}::text[])`;
    return new Map(rows.map((row) => [row.email, row.id]));
  };
  const known = await load();
  const fresh = emails.filter((email) => !known.has(email));
  if (fresh.length === 0) return known;
  if (trial) {
    for (const email of fresh) {
      const { id, isNew } = planRow(trial, "employee", email);
      if (isNew) addNote(call.notes, "employeesCreated");
      known.set(email, id);
    }
    return known;
  }
  const rows = fresh.map((email) => ({ id: newId(), email, name: names.get(email) ?? email }));
  for (const _ of await insertRows(call, EMPLOYEE_TABLE, rows)) {
    addNote(call.notes, "employeesCreated");
  }
  return load();
}

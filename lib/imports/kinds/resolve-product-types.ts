import { newId } from "@/lib/db/new-id";
import { insertRows } from "../rows/row-statements";
import { planRow, type TrialRows } from "../rows/trial-rows";
import { PRODUCT_TYPE_TABLE } from "../tables/product-type-table";
import type { SideCall } from "./import-kind";
import { addNote } from "./notes";

/** Beyond this many the column is probably a product's name, and cross-selling would mean nothing. */
export const MAX_PRODUCT_TYPES = 500;

function plannedTypes(trial: TrialRows): number {
  return [...trial.planned.keys()].filter((key) => key.startsWith("product_type\n")).length;
}

function wantedNames(names: Iterable<string>): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const name of names) {
    if (!wanted.has(name.toLowerCase())) wanted.set(name.toLowerCase(), name);
  }
  return wanted;
}

/**
 * Product types by name, whatever its case; missing ones are added. A name that would be one too many
 * is left out of the answer.
 */
export async function resolveProductTypes(
  call: SideCall,
  names: Iterable<string>,
  billedAs: "order" | "contract" = "order",
): Promise<Map<string, string>> {
  const { tx, source, trial } = call;
  const workspaceId = call.ctx.workspace.id;
  const load = async () => {
    const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT id, name FROM product_type WHERE workspace_id = ${workspaceId}::uuid`;
    return new Map(rows.map((row) => [row.name.toLowerCase(), row.id]));
  };
  const wanted = wantedNames(names);
  if (wanted.size === 0) return new Map();
  const known = await load();
  const fresh = [...wanted].filter(([key]) => !known.has(key));
  if (fresh.length === 0) return known;
  if (trial) {
    for (const [key] of fresh) {
      const isFull = known.size + plannedTypes(trial) >= MAX_PRODUCT_TYPES;
      if (isFull && !trial.planned.has(`product_type\n${key}`)) continue;
      const { id, isNew } = planRow(trial, "product_type", key);
      if (isNew) addNote(call.notes, "productTypesCreated");
      known.set(key, id);
    }
    return known;
  }
  const room = Math.max(0, MAX_PRODUCT_TYPES - known.size);
  const rows = fresh.slice(0, room).map(([, name]) => ({
    id: newId(),
    source,
    external_id: null,
    name,
    billed_as: billedAs,
    margin_ratio: null,
  }));
  for (const _ of await insertRows(call, PRODUCT_TYPE_TABLE, rows)) {
    addNote(call.notes, "productTypesCreated");
  }
  return load();
}

export function typeProblem(
  name: string | null,
  types: ReadonlyMap<string, string>,
): { field: string; message: string } | null {
  if (name === null || types.has(name.toLowerCase())) return null;
  return {
    field: "Product type",
    message: `Product type would be the ${MAX_PRODUCT_TYPES + 1}st. Map a coarser column (a group, not the product's name).`,
  };
}

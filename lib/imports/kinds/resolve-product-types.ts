import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { addNote, type ImportNotes } from "./notes";

type Found = { id: string; name: string };

/** Beyond this many the column is probably a product's name, and cross-selling would mean nothing. */
export const MAX_PRODUCT_TYPES = 500;

/**
 * Product types by name, whatever its case; missing ones are added, billed as orders. A name that
 * would be one too many is left out of the answer.
 */
export async function resolveProductTypes(
  tx: Tx,
  call: { workspaceId: string; source: string; now: Date; notes: ImportNotes },
  names: Iterable<string>,
): Promise<Map<string, string>> {
  const load = () => tx.$queryRaw<Found[]>`
    SELECT id, name FROM product_type WHERE workspace_id = ${call.workspaceId}::uuid`;
  const wanted = new Map<string, string>();
  for (const name of names)
    if (!wanted.has(name.toLowerCase())) wanted.set(name.toLowerCase(), name);
  if (wanted.size === 0) return new Map();
  const known = await load();
  const taken = new Set(known.map((row) => row.name.toLowerCase()));
  const room = Math.max(0, MAX_PRODUCT_TYPES - known.length);
  const fresh = [...wanted].filter(([key]) => !taken.has(key)).slice(0, room);
  if (fresh.length > 0) {
    const added = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO product_type (workspace_id, id, source, name, billed_as, created_at)
      SELECT ${call.workspaceId}::uuid, t.id, ${call.source}, t.name, 'order', ${call.now}
      FROM unnest(${fresh.map(() => newId())}::uuid[], ${fresh.map(([, name]) => name)}::text[]) AS t(id, name)
      ON CONFLICT DO NOTHING RETURNING id`;
    for (const _ of added) addNote(call.notes, "productTypesCreated");
  }
  return new Map((await load()).map((row) => [row.name.toLowerCase(), row.id]));
}

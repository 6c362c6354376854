import { nextOrdinal } from "@/lib/accounts/next-ordinal";
import { newId } from "@/lib/db/new-id";
import type { ApplyCall } from "./import-kind";
import { addNote } from "./notes";

type Named = { accountExternalId: string; accountName: string | null };

/** Accounts for ids that name none, with the name the file gives or the id itself. */
export async function createMissingAccounts(
  call: ApplyCall<Named>,
  missing: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { value } of call.rows) {
    if (!missing.has(value.accountExternalId)) continue;
    const name = value.accountName ?? names.get(value.accountExternalId);
    names.set(value.accountExternalId, name ?? value.accountExternalId);
  }
  if (names.size === 0) return new Map();
  const { tx, ctx } = call;
  const first = await nextOrdinal(tx, ctx.workspace.id);
  const ids = [...names.keys()];
  const created = await tx.$queryRaw<{ id: string; external_id: string }[]>`
    INSERT INTO account (workspace_id, id, source, external_id, ordinal, name, currency,
      import_batch_id, created_at, updated_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, ${call.source}, t.external_id, t.ordinal, t.name,
      ${ctx.workspace.currency}, ${call.batchId}::uuid, ${ctx.now}, ${ctx.now}
    FROM unnest(${ids.map(() => newId())}::uuid[], ${ids}::text[],
      ${ids.map((_, i) => first + i)}::int[], ${[...names.values()]}::text[])
      AS t(id, external_id, ordinal, name)
    ON CONFLICT (workspace_id, source, external_id) DO NOTHING
    RETURNING id, external_id`;
  for (const _ of created) addNote(call.notes, "accountsCreated");
  return new Map(created.map((row) => [row.external_id, row.id]));
}

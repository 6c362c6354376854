import { newId } from "@/lib/db/new-id";
import { withWorkspaceRaw } from "@/lib/db/raw-tx";
import type { InWorkspace } from "@/lib/db/with-workspace";

export const CHUNK_BYTES = 1_048_576;
const CHUNK_TIMEOUT_MS = 30_000;

/** Pieces of any size in, pieces of 1 MB out (the last one smaller). */
export async function* inChunks(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    let rest = piece;
    while (size + rest.length >= CHUNK_BYTES) {
      const cut = CHUNK_BYTES - size;
      yield Buffer.concat([...parts, rest.subarray(0, cut)]);
      rest = rest.subarray(cut);
      parts = [];
      size = 0;
    }
    if (rest.length === 0) continue;
    parts.push(rest);
    size += rest.length;
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** Each piece in a transaction of its own: a slow upload holds no connection. */
export async function storeChunk(
  where: InWorkspace,
  chunk: { batchId: string; position: number; bytes: Uint8Array },
): Promise<void> {
  const { id } = where.workspace;
  await withWorkspaceRaw(
    where,
    (tx) => tx.$executeRaw`
      INSERT INTO import_chunk (workspace_id, id, batch_id, position, bytes)
      VALUES (${id}::uuid, ${newId()}::uuid, ${chunk.batchId}::uuid, ${chunk.position}, ${chunk.bytes}::bytea)`,
    { timeoutMs: CHUNK_TIMEOUT_MS },
  );
}

async function loadChunk(where: InWorkspace, batchId: string, position: number) {
  const rows = await withWorkspaceRaw(
    where,
    (tx) => tx.$queryRaw<{ bytes: Uint8Array }[]>`
      SELECT bytes FROM import_chunk
      WHERE workspace_id = ${where.workspace.id}::uuid AND batch_id = ${batchId}::uuid
        AND position = ${position}`,
    { timeoutMs: CHUNK_TIMEOUT_MS },
  );
  return rows[0]?.bytes;
}

/** The stored file, 1 MB at a time; `limit` ends it after so many pieces. */
export async function* storedFile(
  where: InWorkspace,
  batchId: string,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < limit; position += 1) {
    const bytes = await loadChunk(where, batchId, position);
    if (!bytes) return;
    yield bytes;
  }
}

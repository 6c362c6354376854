import type { Copy } from "@/lib/db/read-workspace";
import { uuidLiteral } from "@/lib/db/with-workspace-sql";
import { HistoryBytes } from "./history-bytes";
import { aligned } from "./typed-columns";

const SLAB_BYTES = 1_048_576;
// Each is as large as all before it: the engine looks for garbage at every few it did not make itself.
const MOST_BYTES = 268_435_456;

/** Copies bytes to multiples of 8 in a few large blocks: many small ones are slow to make and to free. */
function slabs(blockBytes: number): (bytes: Buffer) => Uint8Array {
  let slab = new Uint8Array(0);
  let used = 0;
  let next = blockBytes;
  return (bytes) => {
    const size = aligned(bytes.length);
    if (used + size > slab.length) {
      slab = new Uint8Array(Math.max(size, next));
      used = 0;
      next = Math.min(2 * next, MOST_BYTES);
    }
    const kept = slab.subarray(used, used + bytes.length);
    kept.set(bytes);
    used += size;
    return kept;
  };
}

/** Histories by account; null for one that has none of its own, or no longer. */
export type Histories = Map<string, HistoryBytes | null>;

/** All histories of a workspace, or those written since an epoch. */
export async function copyHistories(
  copy: Copy,
  workspaceId: string,
  sinceEpoch: number | null,
): Promise<Histories> {
  const since = sinceEpoch === null ? "" : `AND epoch > ${Math.trunc(sinceEpoch)}`;
  const keep = slabs(sinceEpoch === null ? SLAB_BYTES : 0);
  const found: Histories = new Map();
  await copy(
    `SELECT account_id::text, history FROM account_history
     WHERE workspace_id = ${uuidLiteral(workspaceId)} ${since}`,
    (row) => {
      const history = row.bytes(1);
      found.set(row.text(0) ?? "", history && new HistoryBytes(keep(history)));
    },
  );
  return found;
}

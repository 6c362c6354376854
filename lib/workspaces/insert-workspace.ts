import { toWorkspaceInfo, WORKSPACE_COLUMNS, type WorkspaceInfo } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import type { WorkspaceValues } from "./workspace-input";

export async function insertWorkspace(
  tx: Tx,
  row: { id: string; values: WorkspaceValues; now: Date },
): Promise<WorkspaceInfo> {
  const { figuresAsOf, ...values } = row.values;
  const created = await tx.workspace.create({
    data: {
      ...values,
      id: row.id,
      figuresAsOf: figuresAsOf === null ? null : dateColumn(figuresAsOf),
      createdAt: row.now,
    },
    select: WORKSPACE_COLUMNS,
  });
  // Every night from then on what is kept no longer goes; the worker plans the next night itself.
  await signalWork(tx, row.id, "retention", row.now);
  // The same with answers: alerts as they come, the digest every morning.
  await signalWork(tx, row.id, "inbox", row.now);
  return toWorkspaceInfo(created);
}

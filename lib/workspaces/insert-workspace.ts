import { toWorkspaceInfo, WORKSPACE_COLUMNS, type WorkspaceInfo } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn } from "@/lib/format/calendar";
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
  return toWorkspaceInfo(created);
}

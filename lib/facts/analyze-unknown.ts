import type { Ctx } from "@/lib/auth/ctx";
import { readerOf, withWorkspaceSql } from "@/lib/db/with-workspace-sql";

/** Of fewer accounts whichever plan is quick. */
const MANY = 200;
const TIMEOUT_MS = 60_000;

/**
 * Before much is computed: has those tables analysed in which the planner does not know the workspace yet,
 * as after an import. In a transaction of its own, because analysing locks until its end.
 */
export async function analyzeUnknown({ workspace }: Pick<Ctx, "workspace">): Promise<void> {
  await withWorkspaceSql(
    { workspace },
    (run) => readerOf(run).$queryRaw`
      SELECT analyze_unknown(${workspace.id}::uuid)
      WHERE (SELECT count(*) FROM (SELECT 1 FROM facts_change
          WHERE workspace_id = ${workspace.id}::uuid LIMIT ${MANY}::int) waiting) >= ${MANY}::int
        OR NOT EXISTS (SELECT 1 FROM facts_state
          WHERE workspace_id = ${workspace.id}::uuid AND complete_since IS NOT NULL)`,
    { timeoutMs: TIMEOUT_MS },
  );
}

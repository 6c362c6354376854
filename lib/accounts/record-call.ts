import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn } from "@/lib/format/calendar";
import { actingColleague } from "./acting-colleague";
import { loadContract } from "./load-contract";

const CALLS = { safe: "safe", unsure: "unsure", atRisk: "at_risk" } as const;

const recordCallSchema = z.object({
  contractId: z.uuid({ error: "Choose the contract from the list." }),
  call: z.enum(["safe", "unsure", "atRisk"], { error: "Say safe, unsure or at risk." }),
  line: z
    .string({ error: "Say in one line why." })
    .trim()
    .min(1, "Say in one line why.")
    .max(200, "Keep the line under 200 characters."),
});

/**
 * What a manager thinks of a renewal. Append-only: the latest call counts, and stands beside the
 * signal, never in it.
 */
export async function recordCall({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ id: string; accountId: string }> {
  requirePermission(ctx, "touch:write");
  const { contractId, call, line } = recordCallSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const { accountId } = await loadContract(tx, workspaceId, contractId);
    const id = newId();
    await tx.managerCall.create({
      data: {
        ...{ workspaceId, id, contractId, line },
        call: CALLS[call],
        calledOn: dateColumn(ctx.asOf),
        calledById: actingColleague(ctx),
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "recordCall",
      subjectType: "contract",
      subjectId: contractId,
      fields: ["call", "line"],
    });
    await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    return { id, accountId };
  });
}

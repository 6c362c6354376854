import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { applyMailReport } from "./apply-mail-report";

const REPORT_TIMEOUT_MS = 15_000;

const recordMailReportSchema = z.object({
  mailId: z.uuid(),
  report: z.object({
    kind: z.enum(["bounce", "complaint", "delivered"]),
    isFinal: z.boolean(),
    isAddressDead: z.boolean(),
    recipient: z.string().nullable(),
    detail: z.string().max(40).nullable(),
    source: z.enum(["smtp", "webhook", "mail"]),
    externalId: z.string().min(1).max(200),
    at: z.date(),
  }),
});

/** What became known of a mail after it was sent. Said twice, it counts once. */
export async function recordMailReport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<"taken" | "known" | "unknown"> {
  requirePermission(ctx, "mail:record");
  const { mailId, report } = recordMailReportSchema.parse(input);
  return withWorkspace(
    ctx,
    async (tx) => {
      const outcome = await applyMailReport(tx, ctx, mailId, report);
      if (outcome !== "taken") return outcome;
      await writeAudit(tx, ctx, {
        verb: "recordMailReport",
        subjectType: "mail",
        subjectId: mailId,
        fields: [report.kind],
      });
      return outcome;
    },
    { timeoutMs: REPORT_TIMEOUT_MS },
  );
}

import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { requireRespondent } from "./require-respondent";
import { loadRespondentPage, type RespondentPageDto } from "./respondent-page";

/** A link that is opened without end (a broken scanner) fills no table. */
const MAX_VISITS = 200;

const visitSchema = z.object({
  method: z.enum(["GET", "HEAD"]).catch("GET"),
  choice: z
    .string()
    .regex(/^\w{1,40}$/)
    .nullable()
    .catch(null),
  isPrefetch: z.boolean(),
  agent: z.string().max(1000).nullable().catch(null),
  /** A colleague looking at the page is not the person who was asked. */
  isStaff: z.boolean(),
});

async function recordVisit(
  tx: Tx,
  ctx: Ctx,
  invitationId: string,
  visit: z.infer<typeof visitSchema>,
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const visits = await tx.invitationVisit.count({
    where: { workspaceId, invitationId },
    take: MAX_VISITS,
  });
  if (visits >= MAX_VISITS) return;
  const { AUTH_SECRET } = readEnv();
  const hash = (agent: string) =>
    createHmac("sha256", AUTH_SECRET).update(agent).digest("hex").slice(0, 16);
  await tx.invitationVisit.create({
    data: {
      workspaceId,
      id: newId(),
      invitationId,
      at: ctx.now,
      method: visit.method,
      choice: visit.choice,
      prefetch: visit.isPrefetch,
      agentHash: visit.agent ? hash(visit.agent) : null,
    },
    select: { id: true },
  });
}

/** The survey page as its link shows it. Opening it appends a visit and never an answer. */
export async function visitSurvey({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<RespondentPageDto> {
  requirePermission(ctx, "response:write");
  const visit = visitSchema.parse(input);
  const invitationId = requireRespondent(ctx);
  return withWorkspace(ctx, async (tx) => {
    const page = await loadRespondentPage(tx, ctx, invitationId);
    if (!page) throw notFound("link");
    if (page.isOpen && !visit.isStaff) await recordVisit(tx, ctx, invitationId, visit);
    return page;
  });
}

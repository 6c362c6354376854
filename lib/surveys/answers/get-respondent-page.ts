import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { requireRespondent } from "./require-respondent";
import { loadRespondentPage, type RespondentPageDto } from "./respondent-page";

/** The thank-you step: reads only. */
export async function getRespondentPage({ ctx }: { ctx: Ctx }): Promise<RespondentPageDto> {
  requirePermission(ctx, "response:write");
  const invitationId = requireRespondent(ctx);
  return withWorkspace(ctx, async (tx) => {
    const page = await loadRespondentPage(tx, ctx, invitationId);
    if (!page) throw notFound("link");
    return page;
  });
}

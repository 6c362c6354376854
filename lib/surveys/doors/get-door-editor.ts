import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";

export type DoorEditorDto = {
  survey: { id: string; name: string };
  accounts: { id: string; name: string }[];
  colleagues: { id: string; name: string }[];
};

const getEditorSchema = z.object({ surveyId: z.uuid() });

/** What a new door can be tied to. */
export async function getDoorEditor({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<DoorEditorDto> {
  requirePermission(ctx, "survey:write");
  const parsed = getEditorSchema.safeParse(input);
  if (!parsed.success) throw notFound("survey");
  const workspaceId = ctx.workspace.id;
  const select = { id: true, name: true };
  return withWorkspace(ctx, async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { workspaceId, id: parsed.data.surveyId, archivedAt: null },
      select,
    });
    if (!survey) throw notFound("survey");
    const orderBy = [{ name: "asc" as const }, { id: "asc" as const }];
    return {
      survey,
      accounts: await tx.account.findMany({
        where: { workspaceId, archivedAt: null, mergedIntoId: null },
        orderBy,
        select,
      }),
      colleagues: await tx.employee.findMany({
        where: { workspaceId, leftOn: null },
        orderBy,
        select,
      }),
    };
  });
}

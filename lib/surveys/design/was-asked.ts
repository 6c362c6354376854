import type { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/with-workspace";

/** Whether anybody was asked with one of these surveys, by mail, through a door or elsewhere. */
export async function wasAsked(
  tx: Tx,
  workspaceId: string,
  survey: Prisma.SurveyWhereInput,
): Promise<boolean> {
  const where = { workspaceId, survey };
  const select = { id: true };
  const invitation = await tx.invitation.findFirst({ where, select });
  return invitation !== null || (await tx.responseEvent.findFirst({ where, select })) !== null;
}

import { type Ctx, makeCtx, toWorkspaceInfo, WORKSPACE_COLUMNS } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { isLinkGenuine, type LinkPurpose, readLinkToken } from "@/lib/mail/link-token";

/**
 * Who holds this link; null for a link that is altered, foreign to the purpose or unknown. The same
 * two queries run for every text, so that the time tells nothing.
 */
export async function respondentCtx(call: {
  token: string;
  purpose: LinkPurpose;
  now: Date;
}): Promise<Ctx | null> {
  const link = readLinkToken(call.token);
  const found = await withWorkspace({ workspace: { id: link.workspaceId } }, async (tx) => {
    const invitation = await tx.invitation.findFirst({
      where: { workspaceId: link.workspaceId, id: link.invitationId },
      select: { tokenVersion: true, language: true },
    });
    const workspace = await tx.workspace.findFirst({
      where: { id: link.workspaceId, archivedAt: null },
      select: WORKSPACE_COLUMNS,
    });
    return { invitation, workspace };
  });
  const version = found.invitation?.tokenVersion ?? 0;
  const isGenuine = isLinkGenuine(readEnv().LINK_KEYS, link, call.purpose, version);
  if (!isGenuine || !found.invitation || !found.workspace) return null;
  return makeCtx({
    actor: { type: "respondent", invitationId: link.invitationId },
    workspace: toWorkspaceInfo(found.workspace),
    now: call.now,
    locale: found.invitation.language,
  });
}

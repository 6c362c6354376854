import { isRole, type Role } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { openInvitation, readInvitationToken } from "./invitation-token";

export type InvitationView = {
  workspaceName: string;
  email: string;
  name: string;
  role: Role;
  /** Somebody of this address signs in already and only has to accept. */
  isKnownUser: boolean;
};

/** What the invited person sees before accepting; reading it changes nothing. */
export async function getInvitation({
  token,
  now,
}: {
  token: string;
  now: Date;
}): Promise<InvitationView> {
  const named = readInvitationToken(token);
  return withWorkspace({ workspace: { id: named.workspaceId } }, async (tx) => {
    const { email, name, role } = await openInvitation(tx, named, now);
    const workspace = await tx.workspace.findUniqueOrThrow({
      where: { id: named.workspaceId },
      select: { name: true },
    });
    const user = await tx.appUser.findUnique({ where: { email }, select: { id: true } });
    if (!isRole(role)) throw new AppError("INTERNAL", "An invitation carries an unknown role.");
    return { workspaceName: workspace.name, email, name, role, isKnownUser: user !== null };
  });
}

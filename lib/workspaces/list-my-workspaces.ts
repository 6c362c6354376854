import { isRole, type Role } from "@/lib/auth/permissions";
import { outsideWorkspaces } from "@/lib/db/outside-workspaces";

export type MyWorkspace = { slug: string; name: string; role: Role; isDemo: boolean };

/** What the switcher shows: the workspaces of the signed-in user, by name. */
export async function listMyWorkspaces({ userId }: { userId: string }): Promise<MyWorkspace[]> {
  const rows = await outsideWorkspaces((client) =>
    client.userWorkspace.findMany({
      where: { userId, workspace: { archivedAt: null } },
      select: { role: true, workspace: { select: { slug: true, name: true, isDemo: true } } },
      orderBy: { workspace: { name: "asc" } },
    }),
  );
  return rows.flatMap(({ role, workspace }) => (isRole(role) ? [{ ...workspace, role }] : []));
}

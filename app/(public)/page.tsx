import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { lastWorkspaceCookie } from "@/lib/auth/last-workspace";
import { currentUser } from "@/lib/auth/session";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";

/** Leads to the workspace last visited, to the only one, or to the list of them. */
export default async function StartPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const workspaces = await listMyWorkspaces({ userId: user.userId });
  const last = (await cookies()).get(lastWorkspaceCookie().name)?.value;
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  const target = workspaces.find(({ slug }) => slug === last) ?? only;
  redirect(target ? `/w/${target.slug}` : "/workspaces");
}

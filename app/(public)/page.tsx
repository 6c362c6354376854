import { redirect } from "next/navigation";
import { currentUser } from "@/lib/auth/session";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";

export default async function StartPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const [first] = await listMyWorkspaces({ userId: user.userId });
  redirect(first ? `/w/${first.slug}` : "/workspaces");
}

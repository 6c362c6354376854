import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { currentUser } from "@/lib/auth/session";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { ROLE_WORDS } from "@/lib/workspaces/role-words";
import { PageFrame } from "../page-frame";
import { leaveAction } from "./actions";

export const metadata: Metadata = { title: "Your workspaces" };

export default async function WorkspacesPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const workspaces = await listMyWorkspaces({ userId: user.userId });
  const isEmpty = workspaces.length === 0;
  const intro = isEmpty
    ? `${user.email} is a member of no workspace. Ask an admin of yours to invite this address.`
    : `Signed in as ${user.email}.`;
  return (
    <PageFrame title={isEmpty ? "No workspace yet" : "Choose a workspace"} intro={intro}>
      <ul className="mb-5 flex flex-col gap-2">
        {workspaces.map(({ slug, name, role }) => (
          <li key={slug}>
            <Link
              href={`/w/${slug}`}
              className="flex items-baseline justify-between gap-4 rounded-control border border-line px-3.5 py-2.5 hover:border-control"
            >
              <span className="font-semibold">{name}</span>
              <span className="text-sm text-ink-3">{ROLE_WORDS[role].name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <form action={leaveAction}>
        <Button type="submit">Sign out</Button>
      </form>
    </PageFrame>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { currentUser } from "@/lib/auth/session";
import { listMyWorkspaces } from "@/lib/workspaces/list-my-workspaces";
import { PageFrame } from "../page-frame";
import { leaveAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.workspaces");
  return { title: t("title") };
}

export default async function WorkspacesPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const workspaces = await listMyWorkspaces({ userId: user.userId });
  const isEmpty = workspaces.length === 0;
  const t = await getTranslations("public.workspaces");
  const shell = await getTranslations("shell");
  const { email } = user;
  return (
    <PageFrame
      title={isEmpty ? t("none") : t("choose")}
      intro={isEmpty ? t("noneIntro", { email }) : t("signedIn", { email })}
    >
      <ul className="mb-5 flex flex-col gap-2">
        {workspaces.map(({ slug, name, role }) => (
          <li key={slug}>
            <Link
              href={`/w/${slug}`}
              className="flex items-baseline justify-between gap-4 rounded-control border border-line px-3.5 py-2.5 hover:border-control"
            >
              <span className="font-semibold">{name}</span>
              <span className="text-sm text-ink-3">{shell(`roles.${role}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <form action={leaveAction}>
        <Button type="submit">{shell("signOut")}</Button>
      </form>
    </PageFrame>
  );
}

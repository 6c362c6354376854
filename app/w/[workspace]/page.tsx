import { redirect } from "next/navigation";
import { pageCtx } from "./page-ctx";

type Props = { params: Promise<{ workspace: string }> };

/** An account manager lands on the own portfolio, everybody else on the overview. */
export default async function WorkspaceStart({ params }: Props) {
  const { actor, workspace } = await pageCtx((await params).workspace);
  const isManager = actor.type === "user" && actor.role === "account_manager";
  redirect(`/w/${workspace.slug}/${isManager ? "portfolio" : "overview"}`);
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { can } from "@/lib/auth/permissions";
import { getPortfolio } from "@/lib/loyalty/get-portfolio";
import { PortfolioView } from "../_loyalty/portfolio-view";
import { readParams, type SearchParams, viewOf } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { recordVisitAction } from "./actions";
import { VisitMark } from "./visit-mark";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("shell.navigation");
  return { title: `${t("portfolio")} · ${workspace.name}` };
}

export default async function PortfolioPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const { ownerId, allLines, allRoom } = viewOf(await readParams(searchParams));
  const portfolio = await orNotFound(getPortfolio({ ctx, input: { ownerId, allLines, allRoom } }));
  return (
    <>
      <VisitMark workspace={ctx.workspace.slug} record={recordVisitAction} />
      <PortfolioView
        portfolio={portfolio}
        locale={ctx.locale}
        workspace={ctx.workspace.slug}
        canLog={can(ctx.actor, "touch:write")}
        ownId={ctx.actor.type === "user" ? ctx.actor.employeeId : null}
      />
    </>
  );
}

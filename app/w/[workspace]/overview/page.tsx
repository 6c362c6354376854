import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getOverview } from "@/lib/loyalty/get-overview";
import { OverviewView } from "../_loyalty/overview-view";
import { readParams, type SearchParams, viewOf } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("shell.navigation");
  return { title: `${t("overview")} · ${workspace.name}` };
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = viewOf(await readParams(searchParams));
  const overview = await orNotFound(getOverview({ ctx, input }));
  return <OverviewView overview={overview} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { can } from "@/lib/auth/permissions";
import { getOverview } from "@/lib/loyalty/get-overview";
import { placeParams } from "../_loyalty/map-address";
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
  const query = await readParams(searchParams);
  const input = { ...viewOf(query), ...placeParams(query) };
  const overview = await orNotFound(getOverview({ ctx, input }));
  return (
    <OverviewView
      overview={overview}
      locale={ctx.locale}
      workspace={ctx.workspace.slug}
      canMakeSegment={can(ctx.actor, "segment:write")}
      canLog={can(ctx.actor, "touch:write")}
    />
  );
}

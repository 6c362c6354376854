import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getGrowth } from "@/lib/loyalty/get-growth";
import { readParams, type SearchParams, viewOf } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { GrowthView } from "./growth-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("growth");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function GrowthPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = viewOf(await readParams(searchParams));
  const growth = await orNotFound(getGrowth({ ctx, input }));
  return <GrowthView growth={growth} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

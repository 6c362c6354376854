import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getBuying } from "@/lib/loyalty/get-buying";
import { readParams, type SearchParams, viewOf } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { BuyingView } from "./buying-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("buying");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function BuyingPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = viewOf(await readParams(searchParams));
  const buying = await orNotFound(getBuying({ ctx, input }));
  return <BuyingView buying={buying} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

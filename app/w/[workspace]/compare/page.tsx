import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getComparison } from "@/lib/loyalty/get-comparison";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { comparisonOf } from "./compare-tables";
import { CompareView } from "./compare-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("compare");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = comparisonOf(await readParams(searchParams));
  const comparison = await orNotFound(getComparison({ ctx, input }));
  return <CompareView comparison={comparison} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

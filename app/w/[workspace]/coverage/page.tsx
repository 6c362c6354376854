import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getCoverage } from "@/lib/loyalty/get-coverage";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { coverageInputOf } from "./coverage-tables";
import { CoverageView } from "./coverage-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("coverage");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function CoveragePage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = coverageInputOf(await readParams(searchParams));
  const page = await orNotFound(getCoverage({ ctx, input }));
  return <CoverageView page={page} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

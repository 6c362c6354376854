import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getPotential } from "@/lib/loyalty/get-potential";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { potentialInputOf } from "./potential-tables";
import { PotentialView } from "./potential-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("potential");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function PotentialPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = potentialInputOf(await readParams(searchParams));
  const potential = await orNotFound(getPotential({ ctx, input }));
  return <PotentialView potential={potential} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

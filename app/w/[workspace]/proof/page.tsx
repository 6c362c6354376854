import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getProof } from "@/lib/loyalty/get-proof";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { proofInputOf } from "./proof-tables";
import { ProofView } from "./proof-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("proof");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function ProofPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = proofInputOf(await readParams(searchParams));
  const proof = await orNotFound(getProof({ ctx, input }));
  return <ProofView proof={proof} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

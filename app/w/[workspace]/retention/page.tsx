import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getRetention } from "@/lib/loyalty/get-retention";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { retentionOf } from "./retention-address";
import { RetentionView } from "./retention-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("retention");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function RetentionPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = retentionOf(await readParams(searchParams));
  const retention = await orNotFound(getRetention({ ctx, input }));
  return <RetentionView retention={retention} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

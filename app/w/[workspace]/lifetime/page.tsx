import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getLifetime } from "@/lib/loyalty/get-lifetime";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { lifetimeViewOf } from "./lifetime-tables";
import { LifetimeView } from "./lifetime-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("lifetime");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function LifetimePage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = lifetimeViewOf(await readParams(searchParams));
  const lifetime = await orNotFound(getLifetime({ ctx, input }));
  return (
    <LifetimeView
      lifetime={lifetime}
      chosen={{ rate: input.rate, basis: input.basis }}
      locale={ctx.locale}
      workspace={ctx.workspace.slug}
    />
  );
}

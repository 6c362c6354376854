import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { can } from "@/lib/auth/permissions";
import { getRenewals } from "@/lib/loyalty/get-renewals";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { radarOf } from "./renewals-tables";
import { RenewalsView } from "./renewals-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("renewals");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function RenewalsPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const query = await readParams(searchParams);
  const renewals = await orNotFound(getRenewals({ ctx, input: radarOf(query) }));
  return (
    <RenewalsView
      renewals={renewals}
      locale={ctx.locale}
      workspace={ctx.workspace.slug}
      canCall={can(ctx.actor, "touch:write")}
      openCall={query.call ?? null}
    />
  );
}

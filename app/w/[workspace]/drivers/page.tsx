import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getDrivers } from "@/lib/loyalty/get-drivers";
import { readParams, type SearchParams, viewOf } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";
import { DriversView } from "./drivers-view";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("drivers");
  return { title: `${t("title")} · ${workspace.name}` };
}

export default async function DriversPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const input = viewOf(await readParams(searchParams));
  const drivers = await orNotFound(getDrivers({ ctx, input }));
  return <DriversView drivers={drivers} locale={ctx.locale} workspace={ctx.workspace.slug} />;
}

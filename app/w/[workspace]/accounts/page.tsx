import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { can } from "@/lib/auth/permissions";
import { searchAccounts } from "@/lib/loyalty/search-accounts";
import { AccountsView } from "../_loyalty/accounts-view";
import { readParams, type SearchParams } from "../_loyalty/search-params";
import { orNotFound } from "../or-not-found";
import { pageCtx } from "../page-ctx";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await pageCtx((await params).workspace);
  const t = await getTranslations("shell.navigation");
  return { title: `${t("accounts")} · ${workspace.name}` };
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const { segment, owner, ...rest } = await readParams(searchParams);
  const input = { ...rest, segmentId: segment, ownerId: owner };
  const list = await orNotFound(searchAccounts({ ctx, input }));
  return (
    <AccountsView
      list={list}
      locale={ctx.locale}
      workspace={ctx.workspace.slug}
      canEdit={can(ctx.actor, "account:write")}
    />
  );
}

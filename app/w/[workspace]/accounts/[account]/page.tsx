import type { Metadata } from "next";
import { cache } from "react";
import { can } from "@/lib/auth/permissions";
import { dateIn } from "@/lib/format/calendar";
import { getAccount } from "@/lib/loyalty/get-account";
import { readParams, type SearchParams } from "../../_loyalty/search-params";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { openPanel } from "./_parts/account-panel";
import { AccountView } from "./_parts/account-view";
import { timelineKind } from "./_parts/timeline-words";

type Props = {
  params: Promise<{ workspace: string; account: string }>;
  searchParams: SearchParams;
};

/** Page and title ask the same verb once: a stranger learns neither name nor title. */
const load = cache(
  async (workspace: string, accountId: string, kind: string | null, page: string | undefined) => {
    const ctx = await pageCtx(workspace);
    const account = await orNotFound(getAccount({ ctx, input: { accountId, kind, page } }));
    return { ctx, account };
  },
);

async function loadPage({ params, searchParams }: Props) {
  const { workspace, account } = await params;
  const query = await readParams(searchParams);
  const kind = timelineKind(query.kind);
  return { query, kind, ...(await load(workspace, account, kind, query.page)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { account } = await loadPage(props);
  return { title: account.name };
}

export default async function AccountPage(props: Props) {
  const { ctx, account, kind, query } = await loadPage(props);
  return (
    <AccountView
      account={account}
      locale={ctx.locale}
      workspace={ctx.workspace.slug}
      today={dateIn(ctx.workspace.timeZone, ctx.now)}
      kind={kind}
      rights={{
        canLog: can(ctx.actor, "touch:write"),
        canEdit: can(ctx.actor, "account:write"),
        canMerge: can(ctx.actor, "account:merge"),
      }}
      panel={openPanel(query)}
    />
  );
}

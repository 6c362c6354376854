import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { formatCount } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { listSegments } from "@/lib/segments/list-segments";
import type { SegmentDto, SegmentListDto } from "@/lib/segments/segment.types";
import { withQuery, workspacePath } from "../_loyalty/paths";
import { pageCtx } from "../page-ctx";

export const metadata: Metadata = { title: "Segments" };

type Props = { params: Promise<{ workspace: string }> };

function columns(list: SegmentListDto, workspace: string, locale: string): Column<SegmentDto>[] {
  const money = { locale, currency: list.currency };
  const scale = moneyColumn([list.allRunningMinor], list.currency);
  const accounts = (segment: string) =>
    withQuery(workspacePath(workspace, "accounts"), { segment });
  return [
    {
      key: "name",
      header: "Segment",
      isName: true,
      cell: ({ id, name }) => (
        <Link
          href={workspacePath(workspace, `segments/${id}`)}
          className="font-semibold hover:underline"
        >
          {name}
        </Link>
      ),
    },
    {
      key: "accounts",
      header: "Active accounts",
      align: "right",
      cell: ({ id, activeAccounts }) => (
        <Link href={accounts(id)} className="underline">
          {formatNumber(activeAccounts, locale)}
        </Link>
      ),
    },
    {
      key: "revenue",
      header: `Running revenue, ${list.currency}`,
      align: "right",
      cell: ({ runningMinor }) => formatInScale(runningMinor, scale, money),
    },
    {
      key: "share",
      header: "Of all",
      align: "right",
      cell: ({ share }) => formatPercent(share, locale),
    },
    {
      key: "updated",
      header: "Changed",
      align: "right",
      cell: ({ updatedOn }) => formatDay(updatedOn, locale),
    },
  ];
}

export default async function SegmentsPage({ params }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const list = await listSegments({ ctx });
  const { slug } = ctx.workspace;
  const money = { locale: ctx.locale, currency: list.currency };
  const create = can(ctx.actor, "segment:write") ? (
    <LinkButton kind="primary" href={workspacePath(slug, "segments/new")}>
      New segment
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title="Segments"
        parts={`Accounts selected by rules, usable as a filter on every page. All together: ${formatCount(list.allAccounts, "active account", "active accounts", ctx.locale)}, ${formatMoney(list.allRunningMinor, money)}.`}
        actions={list.segments.length > 0 ? create : undefined}
      />
      {list.segments.length === 0 ? (
        <EmptyState title="No segment yet" action={create}>
          For example the accounts of one industry and size, or those without a contract. The count
          is live while you choose the rules.
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption="Segments"
            columns={columns(list, slug, ctx.locale)}
            rows={list.segments}
            rowKey={(segment) => segment.id}
          />
        </Card>
      )}
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/format/date";
import { formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { formatNumber, formatPart } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import { listSegments } from "@/lib/segments/list-segments";
import type { SegmentDto, SegmentListDto } from "@/lib/segments/segment.types";
import { withQuery, workspacePath } from "../_loyalty/paths";
import { pageCtx } from "../page-ctx";
import { BeingComputed } from "./being-computed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("segments");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };

function columns(list: SegmentListDto, workspace: string, locale: string): Column<SegmentDto>[] {
  const t = staffWords(locale, "segments");
  const money = { locale, currency: list.currency };
  const scale = moneyColumn([list.allRunningMinor ?? 0], list.currency);
  const accounts = (segment: string) =>
    withQuery(workspacePath(workspace, "accounts"), { segment });
  return [
    {
      key: "name",
      header: t("one"),
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
      header: t("activeAccounts"),
      align: "right",
      cell: ({ id, activeAccounts }) => (
        <Link href={accounts(id)} className="underline">
          {formatNumber(activeAccounts, locale)}
        </Link>
      ),
    },
    {
      key: "revenue",
      header: t("runningRevenue", { currency: list.currency }),
      align: "right",
      cell: ({ runningMinor }) => formatInScale(runningMinor, scale, money),
    },
    {
      key: "share",
      header: t("ofAll"),
      align: "right",
      cell: ({ share }) => formatPart(share, locale),
    },
    {
      key: "updated",
      header: t("changed"),
      align: "right",
      cell: ({ updatedOn }) => formatDay(updatedOn, locale),
    },
  ];
}

export default async function SegmentsPage({ params }: Props) {
  const ctx = await pageCtx((await params).workspace);
  const list = await listSegments({ ctx });
  const t = await getTranslations("segments");
  const { slug } = ctx.workspace;
  const money = { locale: ctx.locale, currency: list.currency };
  const create = can(ctx.actor, "segment:write") ? (
    <LinkButton kind="primary" href={workspacePath(slug, "segments/new")}>
      {t("new")}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        parts={
          list.allAccounts === null
            ? undefined
            : t("intro", {
                count: list.allAccounts,
                revenue: formatMoney(list.allRunningMinor, money),
              })
        }
        actions={list.segments.length > 0 ? create : undefined}
      />
      {list.allAccounts === null ? <BeingComputed href={workspacePath(slug, "segments")} /> : null}
      {list.segments.length === 0 ? (
        <EmptyState title={t("none")} action={create}>
          {t("noneNext")}
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption={t("title")}
            columns={columns(list, slug, ctx.locale)}
            rows={list.segments}
            rowKey={(segment) => segment.id}
          />
        </Card>
      )}
    </>
  );
}

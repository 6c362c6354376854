import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { formatDay } from "@/lib/format/date";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { SegmentMemberDto, SegmentMembersDto } from "@/lib/segments/segment.types";
import { withQuery, workspacePath } from "../../_loyalty/paths";

type MembersCardProps = {
  list: SegmentMembersDto;
  workspace: string;
  segmentId: string;
  locale: string;
};

function columns({ list, workspace, locale }: MembersCardProps): Column<SegmentMemberDto>[] {
  const t = staffWords(locale, "segments");
  const money = { locale, currency: list.currency };
  const scale = moneyColumn(
    list.members.map(({ runningMinor }) => runningMinor ?? 0),
    list.currency,
  );
  return [
    {
      key: "name",
      header: t("members.account"),
      isName: true,
      cell: ({ id, name }) => (
        <Link
          href={workspacePath(workspace, `accounts/${id}`)}
          className="font-semibold hover:underline"
        >
          {name}
        </Link>
      ),
    },
    {
      key: "running",
      header: t("runningRevenue", { currency: list.currency }),
      align: "right",
      cell: ({ isActive, runningMinor }) =>
        isActive ? formatInScale(runningMinor, scale, money) : t("members.notActive"),
    },
    {
      key: "since",
      header: t("members.since"),
      align: "right",
      cell: ({ since }) => (since === null ? t("members.notOnRecord") : formatDay(since, locale)),
    },
  ];
}

/** Who is in the segment, the largest first. */
export function MembersCard(props: MembersCardProps) {
  const { list, workspace, segmentId, locale } = props;
  const t = staffWords(locale, "segments");
  const home = workspacePath(workspace, `segments/${segmentId}`);
  return (
    <Card title={t("members.title")} id="members" className="mt-6">
      {list.total === 0 ? (
        <p className="text-ink-2">{t("members.none")}</p>
      ) : (
        <>
          <DataTable
            caption={t("members.title")}
            columns={columns(props)}
            rows={list.members}
            rowKey={({ id }) => id}
          />
          <Pagination
            page={list.page}
            pageSize={list.pageSize}
            total={list.total}
            what={t("members.what")}
            href={(page) => `${withQuery(home, { page: String(page) })}#members`}
          />
        </>
      )}
    </Card>
  );
}

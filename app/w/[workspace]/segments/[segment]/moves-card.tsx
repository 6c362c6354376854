import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { staffWords } from "@/lib/i18n/staff-words";
import type { SegmentMembersDto, SegmentMoveDto } from "@/lib/segments/segment.types";
import { workspacePath } from "../../_loyalty/paths";

type MovesCardProps = { list: SegmentMembersDto; workspace: string; locale: string };

function columns({ workspace, locale }: MovesCardProps): Column<SegmentMoveDto>[] {
  const t = staffWords(locale, "segments");
  return [
    {
      key: "account",
      header: t("members.account"),
      isName: true,
      cell: ({ accountId, name }) =>
        name === null ? (
          t("moves.gone")
        ) : (
          <Link
            href={workspacePath(workspace, `accounts/${accountId}`)}
            className="font-semibold hover:underline"
          >
            {name}
          </Link>
        ),
    },
    { key: "kind", header: t("moves.kind"), cell: ({ kind }) => t(`moves.${kind}`) },
    {
      key: "on",
      header: t("moves.when"),
      align: "right",
      cell: ({ on }) => formatDay(on, locale),
    },
  ];
}

/** Who joined and left in the last 90 days, or since members are on record. */
export function MovesCard(props: MovesCardProps) {
  const { list, locale } = props;
  const { keptSince, joined, left, moves } = list;
  const t = staffWords(locale, "segments");
  return (
    <Card title={t("moves.title")} id="moves" className="mt-6">
      {keptSince === null ? (
        <p className="text-ink-2">{t("moves.notYet")}</p>
      ) : (
        <>
          <p>{t("moves.summary", { joined, left, date: formatDay(list.movesFrom, locale) })}</p>
          <p className="mb-3 text-sm text-ink-3">
            {t("moves.keptSince", { date: formatDay(keptSince, locale) })}
          </p>
          {moves.length > 0 ? (
            <DataTable
              caption={t("moves.title")}
              columns={columns(props)}
              rows={moves}
              rowKey={({ accountId, kind, on }) => `${accountId} ${kind} ${on}`}
            />
          ) : null}
          {moves.length < joined + left ? (
            <p className="mt-2 text-sm text-ink-3">{t("moves.latest", { count: moves.length })}</p>
          ) : null}
        </>
      )}
    </Card>
  );
}

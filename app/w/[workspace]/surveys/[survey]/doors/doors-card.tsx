import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { SurveyDto } from "@/lib/surveys/design/get-survey";
import type { DoorSummary } from "@/lib/surveys/doors/door.types";
import { forWords } from "../../door-words";

type Props = { workspace: string; survey: SurveyDto; locale: string; asOf: string };

function columns({ workspace, survey, locale, asOf }: Props): Column<DoorSummary>[] {
  const t = staffWords(locale, "surveys");
  return [
    {
      key: "name",
      header: t("doors.columns.name"),
      isName: true,
      cell: (door) => (
        <>
          <Link
            href={`/w/${workspace}/surveys/${survey.id}/doors/${door.id}`}
            className="font-semibold hover:underline"
          >
            {door.name}
          </Link>{" "}
          {door.isOpen ? null : <Badge>{t("doors.closed")}</Badge>}
        </>
      ),
    },
    {
      key: "kind",
      header: t("doors.columns.kind"),
      cell: (door) => t(`doorKinds.${door.kind}.name`),
    },
    { key: "for", header: t("doors.columns.for"), cell: (door) => forWords(door, locale) },
    {
      key: "came",
      header: t("doors.columns.came"),
      align: "right",
      cell: (door) => formatNumber(door.came, locale),
    },
    {
      key: "answered",
      header: t("doors.columns.answered"),
      align: "right",
      cell: (door) => formatNumber(door.answered, locale),
    },
    {
      key: "last",
      header: t("doors.columns.last"),
      align: "right",
      cell: (door) => (door.lastOn ? formatDay(door.lastOn, locale, asOf) : ""),
    },
  ];
}

export function DoorsCard(props: Props) {
  const t = useTranslations("surveys.doors");
  const { workspace, survey } = props;
  const create =
    survey.canWrite && survey.isCurrent ? (
      <LinkButton href={`/w/${workspace}/surveys/${survey.id}/doors/new`}>{t("create")}</LinkButton>
    ) : null;
  return (
    <Card id="doors" title={t("title")} note={t("note")} actions={create}>
      {survey.doors.length === 0 ? (
        <p className="text-ink-2">{t("empty")}</p>
      ) : (
        <DataTable
          caption={t("title")}
          columns={columns(props)}
          rows={survey.doors}
          rowKey={(door) => door.id}
        />
      )}
    </Card>
  );
}

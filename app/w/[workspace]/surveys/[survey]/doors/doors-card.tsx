import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { SurveyDto } from "@/lib/surveys/design/get-survey";
import type { DoorSummary } from "@/lib/surveys/doors/door.types";
import { forWords, KIND_WORDS, DOOR_WORDS as W } from "../../door-words";

type Props = { workspace: string; survey: SurveyDto; locale: string; asOf: string };

function columns({ workspace, survey, locale, asOf }: Props): Column<DoorSummary>[] {
  const { columns: head } = W;
  return [
    {
      key: "name",
      header: head.name,
      isName: true,
      cell: (door) => (
        <>
          <Link
            href={`/w/${workspace}/surveys/${survey.id}/doors/${door.id}`}
            className="font-semibold hover:underline"
          >
            {door.name}
          </Link>{" "}
          {door.isOpen ? null : <Badge>{W.closed}</Badge>}
        </>
      ),
    },
    { key: "kind", header: head.kind, cell: (door) => KIND_WORDS[door.kind].name },
    { key: "for", header: head.for, cell: forWords },
    {
      key: "came",
      header: head.came,
      align: "right",
      cell: (door) => formatNumber(door.came, locale),
    },
    {
      key: "answered",
      header: head.answered,
      align: "right",
      cell: (door) => formatNumber(door.answered, locale),
    },
    {
      key: "last",
      header: head.last,
      align: "right",
      cell: (door) => (door.lastOn ? formatDay(door.lastOn, locale, asOf) : ""),
    },
  ];
}

export function DoorsCard(props: Props) {
  const { workspace, survey } = props;
  const create =
    survey.canWrite && survey.isCurrent ? (
      <LinkButton href={`/w/${workspace}/surveys/${survey.id}/doors/new`}>{W.create}</LinkButton>
    ) : null;
  return (
    <Card id="doors" title={W.title} note={W.note} actions={create}>
      {survey.doors.length === 0 ? (
        <p className="text-ink-2">{W.empty}</p>
      ) : (
        <DataTable
          caption={W.title}
          columns={columns(props)}
          rows={survey.doors}
          rowKey={(door) => door.id}
        />
      )}
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import type { WavePerson } from "@/lib/surveys/waves/wave.types";
import { PersonName } from "../person-name";
import { noteWords, PERSON_TONES } from "../wave-words";

type PeopleTableProps = { workspace: string; people: WavePerson[]; locale: string };

export function PeopleTable({ workspace, people, locale }: PeopleTableProps) {
  const t = useTranslations("asking");
  const columns: Column<WavePerson>[] = [
    {
      key: "name",
      header: t("wave.person"),
      isName: true,
      cell: (person) => <PersonName person={person} locale={locale} />,
    },
    {
      key: "account",
      header: t("wave.account"),
      cell: (person) => (
        <Link href={`/w/${workspace}/accounts/${person.accountId}`} className="hover:underline">
          {person.accountName}
        </Link>
      ),
    },
    {
      key: "state",
      header: t("waves.state"),
      cell: (person) => (
        <span className="block md:max-w-56">
          <Badge tone={PERSON_TONES[person.state]}>{t(`personStates.${person.state}`)}</Badge>
          {person.note ? (
            <span className="block text-sm text-ink-3">{noteWords(person.note, locale)}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: "answer",
      header: t("wave.answer"),
      cell: (person) =>
        person.answer === null ? null : <span className="font-semibold">{person.answer}</span>,
    },
    {
      key: "on",
      header: t("wave.answeredOn"),
      className: "whitespace-nowrap",
      cell: (person) => (person.answeredOn ? formatDay(person.answeredOn, locale) : null),
    },
    {
      key: "comment",
      header: t("wave.comment"),
      className: "md:max-w-80",
      cell: (person) =>
        person.comment === null ? null : (
          <span className="break-words whitespace-pre-line">{person.comment}</span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("wave.peopleCaption")}
      columns={columns}
      rows={people}
      rowKey={(person) => person.invitationId}
    />
  );
}

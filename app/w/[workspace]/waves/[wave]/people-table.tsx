import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import type { WavePerson } from "@/lib/surveys/waves/wave.types";
import { PersonName } from "../person-name";
import { PERSON_STATES } from "../wave-words";

type PeopleTableProps = { workspace: string; people: WavePerson[]; locale: string };

export function PeopleTable({ workspace, people, locale }: PeopleTableProps) {
  const columns: Column<WavePerson>[] = [
    {
      key: "name",
      header: "Person",
      isName: true,
      cell: (person) => <PersonName person={person} />,
    },
    {
      key: "account",
      header: "Account",
      cell: (person) => (
        <Link href={`/w/${workspace}/accounts/${person.accountId}`} className="hover:underline">
          {person.accountName}
        </Link>
      ),
    },
    {
      key: "state",
      header: "State",
      cell: (person) => (
        <span className="max-md:text-right">
          <Badge tone={PERSON_STATES[person.state].tone}>{PERSON_STATES[person.state].label}</Badge>
          {person.note ? <span className="block text-sm text-ink-3">{person.note}</span> : null}
        </span>
      ),
    },
    {
      key: "answer",
      header: "Answer",
      cell: (person) =>
        person.answer === null ? null : <span className="font-semibold">{person.answer}</span>,
    },
    {
      key: "on",
      header: "Answered",
      cell: (person) => (person.answeredOn ? formatDay(person.answeredOn, locale) : null),
    },
    {
      key: "comment",
      header: "In their words",
      className: "md:max-w-80",
      cell: (person) =>
        person.comment === null ? null : (
          <span className="break-words whitespace-pre-line">{person.comment}</span>
        ),
    },
  ];
  return (
    <DataTable
      caption="People of this wave"
      columns={columns}
      rows={people}
      rowKey={(person) => person.invitationId}
    />
  );
}

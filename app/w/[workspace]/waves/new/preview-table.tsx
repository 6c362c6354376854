import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import type { WavePreviewDto } from "@/lib/surveys/waves/preview-wave";
import { SKIP_WORDS } from "@/lib/surveys/waves/skip-reason";
import { PersonName } from "../person-name";

type Person = NonNullable<WavePreviewDto["selection"]>["people"][number];
type PreviewTableProps = { people: Person[]; locale: string };

/** Who would be asked and who not, with the reason; ticked people are left out. */
export function PreviewTable({ people, locale }: PreviewTableProps) {
  const columns: Column<Person>[] = [
    {
      key: "name",
      header: "Person",
      isName: true,
      cell: (person) => <PersonName person={person} />,
    },
    { key: "account", header: "Account", cell: (person) => person.accountName },
    { key: "language", header: "Language", cell: (person) => person.language },
    {
      key: "last",
      header: "Asked before",
      cell: (person) => (person.lastAskedOn ? formatDay(person.lastAskedOn, locale) : "never"),
    },
    {
      key: "skip",
      header: "Will be",
      cell: (person) => (person.skip === null ? "asked" : `skipped: ${SKIP_WORDS[person.skip]}`),
    },
    {
      key: "leaveOut",
      header: "Leave out",
      cell: (person) =>
        person.skip === null ? (
          <input
            type="checkbox"
            name="leaveOut[]"
            value={person.contactId}
            aria-label={`Leave out ${person.name}, ${person.accountName}`}
            className="size-4 accent-accent"
          />
        ) : null,
    },
  ];
  return (
    <DataTable
      caption="People of this selection"
      columns={columns}
      rows={people}
      rowKey={(person) => person.contactId}
    />
  );
}

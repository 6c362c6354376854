import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDay } from "@/lib/format/date";
import type { WavePreviewDto } from "@/lib/surveys/waves/preview-wave";
import { PersonName } from "../person-name";

type Person = NonNullable<WavePreviewDto["selection"]>["people"][number];
type PreviewTableProps = { people: Person[]; locale: string };

/** Who would be asked and who not, with the reason; ticked people are left out. */
export function PreviewTable({ people, locale }: PreviewTableProps) {
  const t = useTranslations("asking");
  const columns: Column<Person>[] = [
    {
      key: "name",
      header: t("wave.person"),
      isName: true,
      cell: (person) => <PersonName person={person} locale={locale} />,
    },
    { key: "account", header: t("wave.account"), cell: (person) => person.accountName },
    { key: "language", header: t("newWave.language"), cell: (person) => person.language },
    {
      key: "last",
      header: t("newWave.askedBefore"),
      cell: (person) =>
        person.lastAskedOn ? formatDay(person.lastAskedOn, locale) : t("newWave.never"),
    },
    {
      key: "skip",
      header: t("newWave.willBe"),
      cell: (person) =>
        person.skip === null
          ? t("newWave.willBeAsked")
          : t("newWave.willBeSkipped", { reason: t(`skips.${person.skip}`) }),
    },
    {
      key: "leaveOut",
      header: t("newWave.leaveOut"),
      cell: (person) =>
        person.skip === null ? (
          <input
            type="checkbox"
            name="leaveOut[]"
            value={person.contactId}
            aria-label={t("newWave.leaveOutPerson", {
              person: person.name,
              account: person.accountName,
            })}
            className="size-4 accent-accent"
          />
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t("newWave.caption")}
      columns={columns}
      rows={people}
      rowKey={(person) => person.contactId}
    />
  );
}

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ConsentEntry, PersonRightsDto } from "@/lib/consent/get-person-rights";

type CardProps = { person: PersonRightsDto; day: (iso: string) => string };
type Now = PersonRightsDto["now"][number];

function State({ entry, day }: { entry: ConsentEntry | null; day: CardProps["day"] }) {
  const t = useTranslations("account");
  if (!entry || entry.state === "unset") {
    return <span className="text-ink-3">{t("consent.nothing")}</span>;
  }
  const tone = entry.state === "granted" ? "accent" : "warning";
  return (
    <span>
      <Badge tone={tone}>{t(`consent.states.${entry.state}`)}</Badge>{" "}
      <span className="text-sm text-ink-3">{t("consent.since", { date: day(entry.on) })}</span>
    </span>
  );
}

function Said({ entry }: { entry: ConsentEntry }) {
  const t = useTranslations("account");
  if (entry.wording === null) return <span className="text-ink-3">{t("consent.noWords")}</span>;
  return <span className="break-words">{t("consent.quote", { text: entry.wording })}</span>;
}

export function ConsentCard({ person, day }: CardProps) {
  const t = useTranslations("account");
  const columns: Column<Now>[] = [
    {
      key: "purpose",
      header: t("consent.purpose"),
      isName: true,
      cell: ({ purpose }) => (
        <span>
          <b className="font-semibold">{t(`consent.purposes.${purpose}.name`)}</b>
          <span className="block text-sm text-ink-3">{t(`consent.purposes.${purpose}.about`)}</span>
        </span>
      ),
    },
    {
      key: "now",
      header: t("consent.now"),
      cell: ({ entry }) => <State entry={entry} day={day} />,
    },
    {
      key: "wording",
      header: t("consent.wording"),
      cell: ({ entry }) => (entry && entry.state !== "unset" ? <Said entry={entry} /> : null),
    },
    { key: "where", header: t("consent.where"), cell: ({ entry }) => entry?.source ?? null },
  ];
  return (
    <Card id="consent" title={t("consent.title")} note={t("consent.note")}>
      <DataTable
        caption={t("consent.title")}
        columns={columns}
        rows={person.now}
        rowKey={({ purpose }) => purpose}
      />
    </Card>
  );
}

export function HistoryCard({ person, day }: CardProps) {
  const t = useTranslations("account");
  if (person.history.length === 0) return null;
  const columns: Column<ConsentEntry & { key: string }>[] = [
    { key: "day", header: t("consent.day"), isName: true, cell: ({ on }) => day(on) },
    {
      key: "purpose",
      header: t("consent.purpose"),
      cell: (entry) => t(`consent.purposes.${entry.purpose}.name`),
    },
    { key: "state", header: t("consent.now"), cell: (entry) => t(`consent.states.${entry.state}`) },
    { key: "wording", header: t("consent.wording"), cell: (entry) => <Said entry={entry} /> },
    { key: "where", header: t("consent.where"), cell: (entry) => entry.source },
  ];
  return (
    <Card id="history" title={t("consent.history")} note={t("consent.historyNote")}>
      <DataTable
        caption={t("consent.history")}
        columns={columns}
        rows={person.history.map((entry, i) => ({ ...entry, key: String(i) }))}
        rowKey={({ key }) => key}
      />
    </Card>
  );
}

import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ConsentEntry, PersonRightsDto } from "@/lib/consent/get-person-rights";
import { PURPOSE_WORDS, STATE_WORDS, WORDS } from "./_words";

type CardProps = { person: PersonRightsDto; day: (iso: string) => string };
type Now = PersonRightsDto["now"][number];

function State({ entry, day }: { entry: ConsentEntry | null; day: CardProps["day"] }) {
  if (!entry || entry.state === "unset") {
    return <span className="text-ink-3">{WORDS.nothing}</span>;
  }
  const tone = entry.state === "granted" ? "accent" : "warning";
  return (
    <span>
      <Badge tone={tone}>{STATE_WORDS[entry.state]}</Badge>{" "}
      <span className="text-sm text-ink-3">{WORDS.since(day(entry.on))}</span>
    </span>
  );
}

function Said({ entry }: { entry: ConsentEntry }) {
  if (entry.wording === null) return <span className="text-ink-3">{WORDS.noWords}</span>;
  return <span className="break-words">“{entry.wording}”</span>;
}

export function ConsentCard({ person, day }: CardProps) {
  const columns: Column<Now>[] = [
    {
      key: "purpose",
      header: WORDS.purpose,
      isName: true,
      cell: ({ purpose }) => (
        <span>
          <b className="font-semibold">{PURPOSE_WORDS[purpose].name}</b>
          <span className="block text-sm text-ink-3">{PURPOSE_WORDS[purpose].about}</span>
        </span>
      ),
    },
    { key: "now", header: WORDS.now, cell: ({ entry }) => <State entry={entry} day={day} /> },
    {
      key: "wording",
      header: WORDS.wording,
      cell: ({ entry }) => (entry && entry.state !== "unset" ? <Said entry={entry} /> : null),
    },
    { key: "where", header: WORDS.where, cell: ({ entry }) => entry?.source ?? null },
  ];
  return (
    <Card id="consent" title={WORDS.consent} note={WORDS.consentNote}>
      <DataTable
        caption={WORDS.consent}
        columns={columns}
        rows={person.now}
        rowKey={({ purpose }) => purpose}
      />
    </Card>
  );
}

export function HistoryCard({ person, day }: CardProps) {
  if (person.history.length === 0) return null;
  const columns: Column<ConsentEntry & { key: string }>[] = [
    { key: "day", header: WORDS.day, isName: true, cell: ({ on }) => day(on) },
    { key: "purpose", header: WORDS.purpose, cell: (entry) => PURPOSE_WORDS[entry.purpose].name },
    { key: "state", header: WORDS.now, cell: (entry) => STATE_WORDS[entry.state] },
    { key: "wording", header: WORDS.wording, cell: (entry) => <Said entry={entry} /> },
    { key: "where", header: WORDS.where, cell: (entry) => entry.source },
  ];
  return (
    <Card id="history" title={WORDS.history} note={WORDS.historyNote}>
      <DataTable
        caption={WORDS.history}
        columns={columns}
        rows={person.history.map((entry, i) => ({ ...entry, key: String(i) }))}
        rowKey={({ key }) => key}
      />
    </Card>
  );
}

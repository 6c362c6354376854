import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/format/number";
import type { ImportDto, ImportNote } from "@/lib/imports/load-import";

type ResultProps = { view: ImportDto; locale: string; workspace: string };

function rowsOf(note: ImportNote): string {
  if (note.rows.length === 0) return "";
  const more = note.count > note.rows.length ? ", …" : "";
  return ` (${note.count === 1 ? "row" : "rows"} ${note.rows.join(", ")}${more})`;
}

function Counts({ view, locale }: { view: ImportDto; locale: string }) {
  const counts = [
    { label: "New", value: view.rowsNew, hint: "Not seen before" },
    { label: "Changed", value: view.rowsChanged, hint: "Here already, with other values" },
    { label: "Unchanged", value: view.rowsUnchanged, hint: "Here already, the same" },
    { label: "Rejected", value: view.rowsRejected, hint: "Not written; see below" },
  ];
  return (
    <dl className="grid grid-cols-2 gap-4 md:grid-cols-4">
      {counts.map(({ label, value, hint }) => (
        <div key={label}>
          <dt className="text-sm text-ink-2">{label}</dt>
          <dd className="text-figure font-semibold tabular-nums">{formatNumber(value, locale)}</dd>
          <dd className="text-sm text-ink-3">{hint}</dd>
        </div>
      ))}
    </dl>
  );
}

function Notes({ notes, locale }: { notes: readonly ImportNote[]; locale: string }) {
  return (
    <ul className="mt-4 list-disc border-t border-line pt-3 pl-5 text-ink-2">
      {notes.map((note) => (
        <li key={note.code}>
          {formatNumber(note.count, locale)} {note.text}
          {rowsOf(note)}.
        </li>
      ))}
    </ul>
  );
}

/** What came of an import. */
export function ImportResult({ view, locale, workspace }: ResultProps) {
  const hasRows = view.state === "done" || view.rowsDone > 0;
  return (
    <>
      {view.message ? (
        <Notice kind={view.state === "failed" ? "error" : "info"}>{view.message}</Notice>
      ) : null}
      {hasRows ? (
        <Card id="counts" title={`${formatNumber(view.rowsDone, locale)} rows read`}>
          <Counts view={view} locale={locale} />
          {view.notes.length > 0 ? <Notes notes={view.notes} locale={locale} /> : null}
          <p className="mt-4 text-ink-2">
            Figures follow within moments.{" "}
            <Link href={`/w/${workspace}/overview`} className="text-accent underline">
              To the overview
            </Link>
          </p>
        </Card>
      ) : null}
    </>
  );
}

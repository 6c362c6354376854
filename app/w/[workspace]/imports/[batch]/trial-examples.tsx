import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { ImportDto } from "@/lib/imports/load-import";
import { WORDS as W } from "./_words";

type Trial = NonNullable<ImportDto["trial"]>;
type Line = {
  key: string;
  rowNumber: number;
  title: string;
  label: string;
  from: string | null;
  to: string | null;
};

function linesOf(trial: Trial): Line[] {
  return trial.examples.flatMap(({ rowNumber, title, changes }) =>
    changes.map((change) => ({ key: `${rowNumber} ${change.label}`, rowNumber, title, ...change })),
  );
}

function value(text: string | null) {
  return text ?? <span className="text-ink-3">{W.empty}</span>;
}

const COLUMNS: Column<Line>[] = [
  { key: "row", header: W.row, align: "right", cell: (line) => line.rowNumber },
  { key: "title", header: W.which, isName: true, cell: (line) => line.title },
  { key: "label", header: W.field, cell: (line) => line.label },
  { key: "from", header: W.before, className: "break-words", cell: (line) => value(line.from) },
  { key: "to", header: W.after, className: "break-words", cell: (line) => value(line.to) },
];

/** Field by field, what some of the changed rows hold and would hold. */
export function TrialExamples({ trial, locale }: { trial: Trial; locale: string }) {
  if (trial.examples.length === 0) return null;
  const note = W.examplesNote(trial.examples.length, trial.rowsChanged, locale);
  return (
    <Card id="changes" title={W.examples} note={note}>
      <DataTable
        caption={W.examples}
        columns={COLUMNS}
        rows={linesOf(trial)}
        rowKey={(line) => line.key}
      />
    </Card>
  );
}

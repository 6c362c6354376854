import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { saySentence } from "@/lib/i18n/say-sentence";
import { type StaffWords, staffWords } from "@/lib/i18n/staff-words";
import type { ImportDto } from "@/lib/imports/load-import";
import type { TrialCell } from "@/lib/imports/run/trial";

type Trial = NonNullable<ImportDto["trial"]>;
type Line = {
  key: string;
  rowNumber: number;
  title: string;
  label: string;
  from: TrialCell;
  to: TrialCell;
};

function linesOf(trial: Trial): Line[] {
  return trial.examples.flatMap(({ rowNumber, title, changes }) =>
    changes.map((change) => ({ key: `${rowNumber} ${change.label}`, rowNumber, title, ...change })),
  );
}

type LabelKey = Parameters<StaffWords<"imports">>[0];

/** A label as it was stored with the check, in English; one of an older release stays so. */
export function labelOf(label: string, locale: string): string {
  const t = staffWords(locale, "imports");
  const key = `changes.labels.${label}` as LabelKey;
  return t.has(key) ? t(key) : saySentence(locale, label);
}

/** Field by field, what some of the changed rows hold and would hold. */
export function TrialExamples({ trial, locale }: { trial: Trial; locale: string }) {
  const t = useTranslations("imports");
  if (trial.examples.length === 0) return null;
  const shown = trial.examples.length;
  const value = (cell: TrialCell) => {
    if (typeof cell === "string") return cell;
    return cell ? (
      t(`changes.words.${cell.word}`)
    ) : (
      <span className="text-ink-3">{t("changes.empty")}</span>
    );
  };
  const columns: Column<Line>[] = [
    { key: "row", header: t("rejected.row"), align: "right", cell: (line) => line.rowNumber },
    { key: "title", header: t("changes.which"), isName: true, cell: (line) => line.title },
    { key: "label", header: t("changes.field"), cell: (line) => labelOf(line.label, locale) },
    {
      key: "from",
      header: t("changes.before"),
      className: "break-words",
      cell: (line) => value(line.from),
    },
    {
      key: "to",
      header: t("changes.after"),
      className: "break-words",
      cell: (line) => value(line.to),
    },
  ];
  const note =
    shown < trial.rowsChanged
      ? t("changes.some", { shown, all: trial.rowsChanged })
      : t("changes.every");
  return (
    <Card id="changes" title={t("changes.title")} note={note}>
      <DataTable
        caption={t("changes.title")}
        columns={columns}
        rows={linesOf(trial)}
        rowKey={(line) => line.key}
      />
    </Card>
  );
}

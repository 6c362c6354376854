import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type DefinitionRow = { term: string; description: ReactNode };

/** Terms at the left, what they are at the right; used for inputs, facts and formulas. */
export function DefinitionList({ rows }: { rows: readonly DefinitionRow[] }) {
  return (
    <dl className="max-w-[46rem] divide-y divide-line">
      {rows.map((row) => (
        <div key={row.term} className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2">
          <dt className="text-ink-2">{row.term}</dt>
          <dd className="min-w-0 text-right">{row.description}</dd>
        </div>
      ))}
    </dl>
  );
}

type FormulaProps = {
  question: string;
  formula: string;
  /** When there is no figure. */
  empty: string | null;
  /** When the figure misleads. */
  liesWhen: string | null;
  source: string;
  /** This period's numbers. */
  inputs: readonly DefinitionRow[];
};

/** "How is this computed": the formula in words, this period's inputs, its limits, the source. */
export function Formula({ question, formula, empty, liesWhen, source, inputs }: FormulaProps) {
  const t = useTranslations("loyalty.formulas");
  return (
    <div className="flex flex-col gap-3">
      <p className="font-semibold">{question}</p>
      <p>{formula}</p>
      {empty ? <p className="text-ink-2">{t("empty", { text: empty })}</p> : null}
      {inputs.length > 0 ? <DefinitionList rows={inputs} /> : null}
      {liesWhen ? <p className="text-sm text-ink-2">{t("liesWhen", { text: liesWhen })}</p> : null}
      <p className="text-sm text-ink-3">{t("source", { text: source })}</p>
    </div>
  );
}

import { formatNumber } from "@/lib/format/number";

type CountsProps = {
  counts: readonly { label: string; value: number; hint: string }[];
  locale: string;
};

/** Four numbers side by side: what became, or would become, of the rows. */
export function Counts({ counts, locale }: CountsProps) {
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

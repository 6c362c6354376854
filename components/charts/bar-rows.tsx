/** A bar from one amount to another (a step of a bridge), or from 0. */
export type BarRow = {
  key: string;
  label: string;
  from?: number;
  to: number;
  low?: number | null;
  high?: number | null;
  /** The amount, as it stands beside the bar. */
  words: string;
  /** Under the label: of how many, of what. */
  note?: string;
  /** A colour of the theme: "accent", "state-leaving". */
  tone: string;
};

type BarRowsProps = { title: string; rows: readonly BarRow[] };

type Scale = (at: number) => number;

function scaleOf(rows: readonly BarRow[]): Scale {
  const ends = rows.flatMap(({ from = 0, to, low, high }) => [from, to, low ?? to, high ?? to]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return (at) => (most === least ? 0 : ((at - least) / (most - least)) * 100);
}

function Bar({ row, scale }: { row: BarRow; scale: Scale }) {
  const { from = 0, to, low, high, tone } = row;
  const [start, end] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  const hasDoubt = low !== null && low !== undefined && high !== null && high !== undefined;
  return (
    <span className="relative block h-5">
      <span
        aria-hidden
        className="absolute inset-y-0 w-px bg-line"
        style={{ left: `${scale(0)}%` }}
      />
      <span
        className="absolute inset-y-0.5 min-w-px rounded-[3px]"
        style={{ left: `${start}%`, width: `${end - start}%`, background: `var(--${tone})` }}
      />
      {hasDoubt ? (
        <span
          className="absolute inset-y-[7px] border-x border-ink bg-linear-to-b from-transparent from-45% via-ink via-45% to-transparent to-55%"
          style={{ left: `${scale(low)}%`, width: `${scale(high) - scale(low)}%` }}
        />
      ) : null}
    </span>
  );
}

/** Bars in rows with their words; a bridge is bars that begin where the one before ended. Needs no script. */
export function BarRows({ title, rows }: BarRowsProps) {
  const scale = scaleOf(rows);
  return (
    <ul aria-label={title} className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-4 gap-y-1">
      {rows.map((row) => (
        <li key={row.key} className="col-span-3 grid grid-cols-subgrid items-center">
          <span className="max-w-44 text-sm sm:max-w-72">
            {row.label}
            {row.note ? <span className="block text-ink-3">{row.note}</span> : null}
          </span>
          <Bar row={row} scale={scale} />
          <span className="text-right">{row.words}</span>
        </li>
      ))}
    </ul>
  );
}

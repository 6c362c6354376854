/** A bar from one amount to another (a step of a bridge), or from 0. */
export type BarRow = {
  key: string;
  label: string;
  from?: number;
  /** Null where it is not known: then no bar stands there, and no 0. */
  to: number | null;
  low?: number | null;
  high?: number | null;
  /** A bar of its own on the other side of the floor. */
  also?: { to: number; tone: string };
  /** The amount, as it stands beside the bar. */
  words: string;
  /** Under the label: of how many, of what. */
  note?: string;
  /** A colour of the theme: "accent", "state-leaving". */
  tone: string;
};

type BarRowsProps = {
  title: string;
  rows: readonly BarRow[];
  /** Where the scale begins; bars that do not say where they begin do so at 0. */
  floor?: number;
};

type Scale = (at: number) => number;

function scaleOf(rows: readonly BarRow[], floor: number): Scale {
  const ends = rows.flatMap(({ from = floor, to, low, high, also }) => [
    from,
    to ?? from,
    low ?? to ?? from,
    high ?? to ?? from,
    also?.to ?? to ?? from,
  ]);
  const [least, most] = [Math.min(floor, ...ends), Math.max(floor, ...ends)];
  return (at) => (most === least ? 0 : ((at - least) / (most - least)) * 100);
}

type BarProps = { row: BarRow; to: number; scale: Scale; floor: number };

function Bar({ row, to, scale, floor }: BarProps) {
  const { from = floor, low, high, tone } = row;
  const [start, end] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  const hasDoubt = low !== null && low !== undefined && high !== null && high !== undefined;
  return (
    <span className="relative block h-5 max-sm:order-last max-sm:col-span-2">
      <span
        aria-hidden
        className="absolute inset-y-0 w-px bg-line"
        style={{ left: `${scale(floor)}%` }}
      />
      {to === from ? null : (
        <span
          className="absolute inset-y-0.5 min-w-0.5 rounded-[3px]"
          style={{ left: `${start}%`, width: `${end - start}%`, background: `var(--${tone})` }}
        />
      )}
      {row.also ? (
        <span
          className="absolute inset-y-0.5 rounded-[3px]"
          style={{
            left: `${scale(Math.min(floor, row.also.to))}%`,
            width: `${Math.abs(scale(row.also.to) - scale(floor))}%`,
            background: `var(--${row.also.tone})`,
          }}
        />
      ) : null}
      {hasDoubt ? (
        <span
          className="absolute inset-y-[6px] border-x border-ink"
          style={{ left: `${scale(low)}%`, width: `${scale(high) - scale(low)}%` }}
        >
          {/* Seen on the bar as on the ground beside it. */}
          <span className="absolute inset-x-0 top-1/2 h-[3px] -translate-y-1/2 bg-card" />
          <span className="absolute inset-x-0 top-1/2 h-px -translate-y-1/2 bg-ink" />
        </span>
      ) : null}
    </span>
  );
}

/** Bars in rows with their words; a bridge is bars that begin where the one before ended. Needs no script. */
export function BarRows({ title, rows, floor = 0 }: BarRowsProps) {
  const scale = scaleOf(rows, floor);
  return (
    <ul
      aria-label={title}
      className="grid grid-cols-[auto_minmax(4rem,1fr)_auto] gap-x-4 gap-y-1 max-sm:grid-cols-1 max-sm:gap-y-2.5"
    >
      {rows.map((row) => (
        <li
          key={row.key}
          className="col-span-3 grid grid-cols-subgrid items-center max-sm:col-span-1 max-sm:grid-cols-[minmax(45%,1fr)_auto] max-sm:gap-x-4"
        >
          <span className="text-sm sm:max-w-72">
            {row.label}
            {row.note ? <span className="block text-ink-3">{row.note}</span> : null}
          </span>
          {row.to === null ? (
            <span className="max-sm:hidden" />
          ) : (
            <Bar row={row} to={row.to} scale={scale} floor={floor} />
          )}
          <span className="text-right">{row.words}</span>
        </li>
      ))}
    </ul>
  );
}

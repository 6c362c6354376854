export type HeatCell = {
  /** 0..1, how strongly the cell is tinted; null where there is nothing to show. */
  strength: number | null;
  /** What stands in the cell. */
  words: string;
  /** Under it: of how many, between what. */
  note?: string;
};

export type HeatRow = { key: string; label: string; note?: string; cells: readonly HeatCell[] };

type HeatTableProps = {
  /** What the table shows, for whoever does not see it. */
  caption: string;
  /** Over the column of names: what the rows and what the columns are. */
  corner: string;
  columns: readonly { key: string; label: string; note?: string }[];
  rows: readonly HeatRow[];
  /** A colour of the theme without its dashes. */
  tone?: string;
};

// Ink on a card that is tinted so far still has seven times its brightness, in both themes.
const STRONGEST_PERCENT = 42;

function tint(strength: number | null, tone: string): string | undefined {
  if (strength === null || strength <= 0) return undefined;
  const percent = Math.round(Math.min(1, strength) * STRONGEST_PERCENT);
  return `color-mix(in oklab, var(--${tone}) ${percent}%, var(--card))`;
}

function Cell({ cell, tone }: { cell: HeatCell | undefined; tone: string }) {
  return (
    <td
      className="min-w-14 rounded-[4px] px-1.5 py-1.5 text-center align-top"
      style={{ background: tint(cell?.strength ?? null, tone) }}
    >
      {cell?.words ?? ""}
      {cell?.note ? <span className="block text-xs whitespace-nowrap">{cell.note}</span> : null}
    </td>
  );
}

/** Rows by columns, each cell with its figure and the stronger tinted the higher it is; needs no script. */
export function HeatTable({ caption, corner, columns, rows, tone = "accent" }: HeatTableProps) {
  return (
    // What scrolls must be reachable by keyboard; it is no landmark, since its card is one.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls sideways
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" className="relative overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className="border-separate border-spacing-0.5 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="align-bottom text-ink-3">
            <th scope="col" className="pr-3 pb-1 text-left font-normal">
              {corner}
            </th>
            {columns.map(({ key, label, note }) => (
              <th key={key} scope="col" className="px-1.5 pb-1 text-center font-normal">
                {label}
                {note ? <span className="block text-xs">{note}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="min-w-28 pr-3 text-left align-top font-normal">
                {row.label}
                {row.note ? <span className="block text-xs text-ink-3">{row.note}</span> : null}
              </th>
              {columns.map(({ key }, at) => (
                <Cell key={key} cell={row.cells[at]} tone={tone} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

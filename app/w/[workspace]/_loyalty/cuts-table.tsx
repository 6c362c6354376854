import { STATE_WORDS, STATES } from "@/components/metrics/state-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import type { CutDto, StateTotalDto } from "@/lib/loyalty/figures.types";
import type { ReadAs } from "./words/read-as";

type CutsTableProps = {
  cuts: readonly CutDto[];
  states: readonly StateTotalDto[];
  as: ReadAs;
};

type Row = Pick<CutDto, "key" | "label" | "revenueMinor" | "unhappyMinor">;

function asItStands(states: readonly StateTotalDto[]): Row {
  const of = (state: string) => states.find((total) => total.state === state)?.revenueMinor ?? 0;
  return {
    key: "asIs",
    label: "as it stands",
    unhappyMinor:
      states.flatMap(({ parts }) => parts).find(({ key }) => key === "unhappy")?.revenueMinor ?? 0,
    revenueMinor: {
      loyal: of("loyal"),
      passive: of("passive"),
      latent: of("latent"),
      leaving: of("leaving"),
      notKnown: of("notKnown"),
    },
  };
}

/** The map's sums by state under each other convention, one at a time. */
export function CutsTable({ cuts, states, as }: CutsTableProps) {
  const rows = [asItStands(states), ...cuts];
  const scale = moneyColumn(
    rows.flatMap(({ revenueMinor }) => Object.values(revenueMinor)),
    as.currency,
  );
  const columns: Column<Row>[] = [
    { key: "label", header: "If", isName: true, cell: (row) => row.label },
    ...STATES.map(
      (state): Column<Row> => ({
        key: state,
        header: STATE_WORDS[state].word,
        align: "right",
        cell: (row) => formatInScale(row.revenueMinor[state], scale, as),
      }),
    ),
    {
      key: "unhappy",
      header: "Of passive, unhappy",
      align: "right",
      cell: (row) => formatInScale(row.unhappyMinor, scale, as),
    },
  ];
  return (
    <DataTable
      caption={`Running revenue by state if one convention were another, ${as.currency}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}

import { STATES, stateWord } from "@/components/metrics/state-words";
import { type Column, DataTable } from "@/components/ui/data-table";
import { codeOf } from "@/lib/format/currency";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { CutDto, StateTotalDto } from "@/lib/loyalty/figures.types";
import { cutWords } from "./words/cut-words";
import type { ReadAs } from "./words/read-as";

type CutsTableProps = {
  cuts: readonly CutDto[];
  states: readonly StateTotalDto[];
  as: ReadAs;
};

type Row = Pick<CutDto, "key" | "label" | "revenueMinor" | "unhappyMinor">;

function asItStands(states: readonly StateTotalDto[], as: ReadAs): Row {
  const of = (state: string) => states.find((total) => total.state === state)?.revenueMinor ?? 0;
  return {
    key: "asIs",
    label: staffWords(as.locale, "loyalty")("cuts.asIs"),
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
  const t = staffWords(as.locale, "loyalty");
  const told = cuts.map((cut) => ({ ...cut, label: cutWords(cut, as.locale) }));
  const rows = [asItStands(states, as), ...told];
  const scale = moneyColumn(
    rows.flatMap(({ revenueMinor }) => Object.values(revenueMinor)),
    as.currency,
  );
  const columns: Column<Row>[] = [
    { key: "label", header: t("cuts.if"), isName: true, cell: (row) => row.label },
    ...STATES.map(
      (state): Column<Row> => ({
        key: state,
        header: stateWord(state, as.locale),
        align: "right",
        cell: (row) => formatInScale(row.revenueMinor[state], scale, as),
      }),
    ),
    {
      key: "unhappy",
      header: t("cuts.unhappy"),
      align: "right",
      cell: (row) => formatInScale(row.unhappyMinor, scale, as),
    },
  ];
  return (
    <DataTable
      caption={t("cuts.caption", { currency: codeOf(as.currency) })}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}

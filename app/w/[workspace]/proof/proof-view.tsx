import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { FilterBar } from "@/components/layout/filter-bar";
import { bold } from "@/components/ui/bold";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/format/date";
import type { FigureTable } from "@/lib/format/figure-table";
import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { ProofDto } from "@/lib/loyalty/proof.types";
import { DoubtLine } from "../_loyalty/doubt-line";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { NextStep } from "../_loyalty/next-step";
import { namedOnly, workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import type { ReadAs } from "../_loyalty/words/read-as";
import { estimateWords } from "../_report/estimate-words";
import { filterQuery } from "../_report/filter-query";
import { tableHref } from "../_report/table-href";
import { AssumedChart, BandsChart, JumpChart, Pairs, RaceChart, SplitChart } from "./proof-charts";
import {
  assumedTable,
  bandsTable,
  chosenProof,
  jumpTable,
  pairsTable,
  raceTable,
  splitTable,
} from "./proof-tables";
import { headlineOf, jumpWords, trendWords } from "./proof-words";

type ProofViewProps = { proof: ProofDto; locale: string; workspace: string };

function Doubt({ proof, as }: { proof: ProofDto; as: ReadAs }) {
  const t = useTranslations("proof.doubt");
  const { freshness, coverage, thenOn, years, lost, rows } = proof;
  return (
    <>
      <DoubtLine freshness={freshness} coverage={coverage} as={as} />
      {rows === 0 ? null : (
        <>
          <span>{t.rich("span", { b: bold, date: formatDay(thenOn, as.locale), years })}</span>
          <span>{t.rich("lost", { b: bold, lost, rows: formatNumber(rows, as.locale) })}</span>
        </>
      )}
    </>
  );
}

function MeasureChoice({ proof, workspace }: Omit<ProofViewProps, "locale">) {
  const t = useTranslations("proof");
  return (
    <FilterBar
      action={workspacePath(workspace, "proof")}
      kept={namedOnly(filterQuery(proof.filter))}
      selects={[
        {
          name: "measure",
          label: t("measure"),
          value: proof.chosen === "attitude" ? "" : proof.chosen,
          options: proof.measures.map(({ measure }) => ({
            value: measure === "attitude" ? "" : measure,
            label: t(`measures.${measure}`),
          })),
        },
      ]}
    />
  );
}

type Part = {
  table: FigureTable;
  note: string;
  formulas: readonly string[];
  chart: ReactNode;
  actions?: ReactNode;
  isTable?: boolean;
};

function partsOf({ proof, locale, workspace }: ProofViewProps): Part[] {
  const t = staffWords(locale, "proof");
  const chosen = chosenProof(proof);
  const part = { proof, locale };
  const ratio = estimateWords(proof.assumed.expectedOverObserved, locale, (at) =>
    formatNumber(at, locale, 2),
  );
  return [
    {
      table: bandsTable(proof, locale),
      note: t("bandsNote", {
        measure: t(`measures.${proof.chosen}`),
        n: formatNumber(chosen?.n ?? 0, locale),
        lost: formatNumber(chosen?.lost ?? 0, locale),
        trend: trendWords(chosen?.trend ?? null, locale),
      }),
      formulas: ["proofOfPrediction", "proofMaterial", "predictiveValidity"],
      chart: <BandsChart {...part} />,
      actions: <MeasureChoice proof={proof} workspace={workspace} />,
    },
    {
      table: splitTable(proof, locale),
      note: t("split.note"),
      formulas: ["proofOfPrediction"],
      chart: <SplitChart {...part} />,
    },
    {
      table: raceTable(proof, locale),
      note: t("race.note", { count: proof.measures.length }),
      formulas: ["raceOfMeasures", "concordance"],
      chart: <RaceChart {...part} />,
    },
    {
      table: pairsTable(proof, locale),
      note: t("pairs.note"),
      formulas: ["raceOfMeasures"],
      chart: <Pairs {...part} />,
      isTable: true,
    },
    {
      table: jumpTable(proof, locale),
      note: jumpWords(proof.jump, locale),
      formulas: ["retentionJump"],
      chart: <JumpChart {...part} />,
    },
    {
      table: assumedTable(proof, locale),
      note: t("assumed.note", { ratio }),
      formulas: ["calibration"],
      chart: <AssumedChart {...part} />,
    },
  ];
}

export function ProofView(props: ProofViewProps) {
  const { proof, locale, workspace } = props;
  const { filter } = proof;
  const as: ReadAs = { locale, currency: proof.currency, asOf: filter.asOf };
  const fileOf = tableHref(workspace, "proof", {
    ...filterQuery(proof.filter),
    measure: proof.chosen,
  });
  const headline = headlineOf(proof, as, (iso) => formatDay(iso, locale));
  const parts = proof.rows === 0 ? [] : partsOf(props);
  return (
    <>
      <div className="mb-5">
        <PeriodFilter
          filter={filter}
          action={workspacePath(workspace, "proof")}
          locale={locale}
          kept={{ measure: proof.chosen }}
        />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={<Doubt proof={proof} as={as} />}
      />
      {proof.rows === 0 ? (
        <EmptyState
          title={staffWords(locale, "proof")("parts.noData")}
          action={<NextStep workspace={workspace} to="import" />}
        />
      ) : null}
      <div className="flex flex-col gap-4">
        {parts.map(({ table, note, formulas, chart, actions, isTable = false }) => (
          <ChartFrame
            key={table.key}
            id={table.key}
            title={table.title}
            note={note}
            table={table}
            locale={locale}
            fileHref={fileOf(table.key)}
            actions={actions}
            isTable={isTable}
            formula={
              <FormulaPopover
                id={`${table.key}-formula`}
                keys={formulas}
                definitions={proof.definitions}
              />
            }
          >
            {chart}
          </ChartFrame>
        ))}
      </div>
    </>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { bold } from "@/components/ui/bold";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { joinWords } from "@/lib/format/count";
import type { FigureTable } from "@/lib/format/figure-table";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { DriversDto } from "@/lib/loyalty/drivers.types";
import { DoubtLine } from "../_loyalty/doubt-line";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { NextStep } from "../_loyalty/next-step";
import { workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import type { ReadAs } from "../_loyalty/words/read-as";
import { estimateWords } from "../_report/estimate-words";
import { datedQuery } from "../_report/filter-query";
import { tableHref } from "../_report/table-href";
import { Advantage, DriverPlot, Interviews, Ladder, Reasons, Rivals } from "./drivers-charts";
import {
  advantageTable,
  interviewsTable,
  plotTable,
  reasonsTable,
  rivalsTable,
  segmentName,
} from "./drivers-tables";
import { headlineOf, outcomeWord } from "./drivers-words";

type DriversViewProps = { drivers: DriversDto; locale: string; workspace: string };
type PartProps = {
  drivers: DriversDto;
  as: ReadAs;
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
};

function Doubt({ drivers, as }: { drivers: DriversDto; as: ReadAs }) {
  const t = useTranslations("drivers.doubt");
  const { n, accounts, leftOut } = drivers.importance;
  const count = formatNumber(leftOut, as.locale);
  return (
    <>
      <DoubtLine freshness={drivers.freshness} coverage={drivers.coverage} as={as} />
      <span>{t.rich("answers", { b: bold, n, accounts })}</span>
      {leftOut > 0 ? <span>{t.rich("leftOut", { b: bold, count })}</span> : null}
    </>
  );
}

/** A real drop stands above all figures. */
function Alert({ drivers, as }: { drivers: DriversDto; as: ReadAs }) {
  const t = useTranslations("drivers.advantage");
  const dropped = drivers.advantage.filter(({ isRealDrop }) => isRealDrop);
  if (dropped.length === 0) return null;
  const segments = joinWords(
    dropped.map((row) => segmentName(row, drivers, as.locale)),
    as.locale,
  );
  return (
    <Notice kind="warning" title={t("alertTitle")} className="mb-4">
      {t("alert", { segments })}
    </Notice>
  );
}

type FrameProps = PartProps & {
  table: FigureTable;
  note: string;
  formulas?: readonly string[];
  children: ReactNode;
};

function Frame({ drivers, as, fileOf, table, note, formulas = [], children }: FrameProps) {
  return (
    <ChartFrame
      id={table.key}
      title={table.title}
      note={note}
      table={table}
      locale={as.locale}
      fileHref={fileOf(table.key)}
      formula={
        <FormulaPopover
          id={`${table.key}-formula`}
          keys={formulas}
          definitions={drivers.definitions}
        />
      }
    >
      {children}
    </ChartFrame>
  );
}

/** The share as the comparison below has it, with the same interval. */
function ladderNote({ advantage }: DriversDto, locale: string): string {
  const t = staffWords(locale, "drivers");
  const all = advantage.find(({ segment }) => segment === null)?.better;
  if (!all || all.value === null) return t("ladder.note");
  const better = estimateWords(all, locale, (share) => formatPercent(share, locale));
  return `${t("ladder.note")} ${t("ladder.better", { better })}`;
}

function DriverParts(part: PartProps) {
  const { drivers, as } = part;
  const t = staffWords(as.locale, "drivers");
  const { ladder, importance } = drivers;
  const line = formatNumber(ladder.weakBelow, as.locale);
  if (importance.reason === "noData") return null;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
      <Frame
        {...part}
        table={plotTable(drivers, as.locale)}
        note={t("plot.note", { outcome: outcomeWord(drivers, as.locale), line })}
        formulas={["driverImportance", "relativeWeights"]}
      >
        <DriverPlot drivers={drivers} as={as} />
      </Frame>
      <Card id="ladder" title={t("ladder.title")} note={ladderNote(drivers, as.locale)}>
        <Ladder drivers={drivers} as={as} />
        <div className="mt-2.5 text-sm text-ink-2">
          <FormulaPopover
            id="ladder-formula"
            keys={["ladderAdvice"]}
            definitions={drivers.definitions}
          />
        </div>
      </Card>
    </div>
  );
}

function Parts(part: PartProps) {
  const { drivers, as } = part;
  const { locale } = as;
  const t = staffWords(locale, "drivers");
  const { interviews, reasons } = drivers;
  return (
    <div className="flex flex-col gap-4">
      <DriverParts {...part} />
      <Frame
        {...part}
        table={interviewsTable(drivers, locale)}
        note={t("interviews.note", { count: interviews.interviews })}
      >
        <Interviews drivers={drivers} as={as} />
      </Frame>
      <Frame
        {...part}
        table={advantageTable(drivers, locale)}
        note={t("advantage.note")}
        formulas={["clusteredRatio", "clusteredDifference"]}
      >
        <Advantage drivers={drivers} as={as} />
      </Frame>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Frame
          {...part}
          table={reasonsTable(drivers, locale)}
          note={t("reasons.note", { people: reasons.people, accounts: reasons.accounts })}
          formulas={["clusteredRatio"]}
        >
          <Reasons drivers={drivers} as={as} />
        </Frame>
        <Frame {...part} table={rivalsTable(drivers, locale)} note={t("rivals.note")}>
          <Rivals drivers={drivers} as={as} />
        </Frame>
      </div>
    </div>
  );
}

/** Nobody said anything of any kind: one place says what to do. */
function isSilent({ importance, interviews, reasons, rivals, advantage }: DriversDto): boolean {
  return (
    importance.reason === "noData" &&
    interviews.interviews === 0 &&
    reasons.people === 0 &&
    rivals.length === 0 &&
    advantage.every(({ better }) => better.n === 0)
  );
}

function Empty({ workspace }: { workspace: string }) {
  const t = useTranslations("drivers.empty");
  return (
    <EmptyState title={t("title")} action={<NextStep workspace={workspace} to="survey" />}>
      {t("text")}
    </EmptyState>
  );
}

export function DriversView({ drivers, locale, workspace }: DriversViewProps) {
  const { filter } = drivers;
  const as: ReadAs = { locale, currency: drivers.currency, asOf: filter.asOf };
  const fileOf = tableHref(workspace, "drivers", datedQuery(filter));
  const headline = headlineOf(drivers, locale);
  const part = { drivers, as, fileOf };
  return (
    <>
      <div className="mb-5">
        <PeriodFilter
          filter={filter}
          action={workspacePath(workspace, "drivers")}
          locale={locale}
        />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={<Doubt drivers={drivers} as={as} />}
      />
      <Alert drivers={drivers} as={as} />
      {isSilent(drivers) ? <Empty workspace={workspace} /> : <Parts {...part} />}
    </>
  );
}

import { DefinitionList } from "@/components/metrics/definition-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatMoney } from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { GrowthDto, GrowthFigureDto, RangeDto } from "@/lib/loyalty/growth.types";
import { DoubtLine } from "../_loyalty/doubt-line";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { NextStep } from "../_loyalty/next-step";
import { workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import { datedQuery } from "../_report/filter-query";
import { tableHref } from "../_report/table-href";
import { GrowthOverTime } from "./growth-over-time";
import { SourcesCard, StepsCard } from "./growth-steps";
import { changeWords, decimalsOf, isTooUnknown, rangeWords } from "./growth-words";

function headlineOf(growth: GrowthDto, locale: string): { title: string; parts: string | null } {
  const t = staffWords(locale, "growth");
  const { figure, sources, currency, knownShare } = growth;
  if (growth.openingAccounts === 0) return { title: t("headlineNone"), parts: null };
  if (figure === null)
    return { title: t("headlineFew", { n: growth.openingAccounts }), parts: null };
  if (isTooUnknown(growth))
    return {
      title: t("headlineUnknown", { share: formatPercent(knownShare, locale) }),
      parts: t("unknownParts", {
        least: changeWords(figure.earned.least, locale),
        most: changeWords(figure.earned.most, locale),
      }),
    };
  const amount = (isEarned: boolean | null) => {
    const own = sources.filter((row) => row.isEarned === isEarned);
    const minor = own.reduce((sum, row) => sum + row.minor, 0);
    return formatMoney(minor, { locale, currency });
  };
  return {
    title: t("headline", {
      earned: rangeWords(figure.earned, locale),
      total: changeWords(figure.totalGrowth, locale),
    }),
    parts: t("parts", {
      net: formatPercent(figure.netRetention, locale),
      earned: amount(true),
      bought: amount(false),
      unknown: amount(null),
    }),
  };
}

function withInterval(range: RangeDto, locale: string, say: (value: number) => string): string {
  const t = staffWords(locale, "growth");
  const [least, most] = [say(range.least), say(range.most)];
  const value = least === most ? least : t("range", { least, most });
  if (range.low === null || range.high === null) return value;
  return t("figures.interval", { value, low: say(range.low), high: say(range.high) });
}

type FiguresProps = { growth: GrowthDto; figure: GrowthFigureDto; locale: string };

function Figures({ growth, figure, locale }: FiguresProps) {
  const t = staffWords(locale, "growth");
  const percent = (value: number) => formatPercent(value, locale);
  return (
    <Card id="figures" title={t("figures.title")} note={t("figures.note")}>
      <DefinitionList
        rows={[
          {
            term: t("figures.earned"),
            description: withInterval(figure.earned, locale, (value) =>
              changeWords(value, locale, decimalsOf(figure.earned)),
            ),
          },
          { term: t("figures.net"), description: formatPercent(figure.netRetention, locale) },
          { term: t("figures.total"), description: changeWords(figure.totalGrowth, locale) },
          {
            term: t("figures.ratio"),
            description:
              figure.ratio === null
                ? t("figures.noRatio")
                : withInterval(figure.ratio, locale, percent),
          },
          {
            term: t("figures.recorded"),
            description: formatPercent(growth.knownShare, locale),
          },
          {
            term: t("figures.accounts"),
            description: formatNumber(growth.openingAccounts, locale),
          },
        ]}
      />
      <div className="mt-2 text-sm text-ink-2">
        <FormulaPopover
          id="figures-formula"
          keys={["earnedGrowth", "revenueRetention"]}
          definitions={growth.definitions}
        />
      </div>
    </Card>
  );
}

type GrowthViewProps = { growth: GrowthDto; locale: string; workspace: string };

export function GrowthView({ growth, locale, workspace }: GrowthViewProps) {
  const t = staffWords(locale, "growth");
  const { filter, currency, figure } = growth;
  const fileOf = tableHref(workspace, "growth", datedQuery(filter));
  const headline = headlineOf(growth, locale);
  const card = { growth, locale, fileOf };
  return (
    <>
      <div className="mb-5">
        <PeriodFilter filter={filter} action={workspacePath(workspace, "growth")} locale={locale} />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={
          <DoubtLine
            freshness={growth.freshness}
            coverage={growth.coverage}
            as={{ locale, currency, asOf: filter.asOf }}
          />
        }
      />
      {growth.openingAccounts === 0 ? (
        <EmptyState title={t("noneTitle")} action={<NextStep workspace={workspace} to="import" />}>
          {t("noneNext")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <StepsCard {...card} />
          <div className="grid gap-4 xl:grid-cols-2">
            {figure === null ? null : <Figures growth={growth} figure={figure} locale={locale} />}
            <SourcesCard {...card} />
          </div>
          <GrowthOverTime {...card} />
        </div>
      )}
    </>
  );
}

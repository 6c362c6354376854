import { useTranslations } from "next-intl";
import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ShareSlider } from "@/components/layout/share-slider";
import { bold } from "@/components/ui/bold";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { codeOf } from "@/lib/format/currency";
import { formatAmount, formatMoney, onScaleOfDoubt } from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import type { PotentialDto } from "@/lib/loyalty/potential.types";
import { DoubtLine } from "../_loyalty/doubt-line";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { NextStep } from "../_loyalty/next-step";
import { namedOnly, workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import type { ReadAs } from "../_loyalty/words/read-as";
import { amountEstimateWords } from "../_report/estimate-words";
import { datedQuery, filterQuery } from "../_report/filter-query";
import { tableHref } from "../_report/table-href";
import { sizeName, sizesTable, worthTable } from "./potential-tables";

type PotentialViewProps = { potential: PotentialDto; locale: string; workspace: string };

function headlineOf(potential: PotentialDto, as: ReadAs) {
  const t = staffWords(as.locale, "potential");
  const { revenue, fewestLoyal } = potential;
  const { value, low, high } = revenue;
  if (value === null)
    return {
      title: t("headline.none"),
      parts: potential.sizes.length === 0 ? null : t("parts.none", { fewest: fewestLoyal }),
    };
  const share = formatPercent(potential.conversionShare, as.locale);
  const ends = onScaleOfDoubt(as, revenue);
  const parts = t("parts.figure", { value: formatMoney(value, ends), share });
  if (low === null || high === null || (low <= 0 && high >= 0))
    return { title: t("headline.unclear"), parts };
  if (high < 0) return { title: t("headline.less"), parts };
  const range = { low: formatAmount(low, ends), high: formatMoney(high, ends) };
  return { title: t("headline.clear", { share, ...range }), parts };
}

function amountRow(
  row: { key: string; label: string; note: string; tone?: string },
  estimate: EstimateDto,
  as: ReadAs,
): BarRow {
  const { value, low, high } = estimate;
  const words = amountEstimateWords(estimate, as);
  return { tone: "accent", ...row, to: value, low, high, words };
}

function worthRows(potential: PotentialDto, as: ReadAs): BarRow[] {
  const t = staffWords(as.locale, "potential");
  const { revenue, margin, unstratified, marginKnownShare } = potential;
  const known = formatPercent(marginKnownShare, as.locale);
  const rows: [BarRow, EstimateDto][] = [
    [
      amountRow({ key: "revenue", label: t("revenue"), note: codeOf(as.currency) }, revenue, as),
      revenue,
    ],
    [
      amountRow(
        { key: "margin", label: t("margin"), note: t("marginKnown", { share: known }) },
        margin,
        as,
      ),
      margin,
    ],
    [
      amountRow(
        { key: "onePot", label: t("onePot"), note: t("onePotNote"), tone: "control" },
        unstratified,
        as,
      ),
      unstratified,
    ],
  ];
  return rows.flatMap(([row, { value }]) => (value === null ? [] : [row]));
}

function sizeRows(potential: PotentialDto, as: ReadAs): BarRow[] {
  const t = staffWords(as.locale, "potential");
  return potential.sizes.map((size): BarRow => {
    const { loyal, lessLoyal, reason, revenue } = size;
    const row = {
      key: JSON.stringify([size.sizeBand, size.regions]),
      label: sizeName(size, as.locale),
      note: t("counts", {
        loyal: formatNumber(loyal, as.locale),
        lessLoyal: formatNumber(lessLoyal, as.locale),
      }),
    };
    if (reason === null) return amountRow(row, revenue, as);
    const words = t(`reasons.${reason}`, { fewest: potential.fewestLoyal });
    return { ...row, to: null, words, tone: "control" };
  });
}

function Doubt({ potential, as }: { potential: PotentialDto; as: ReadAs }) {
  const t = useTranslations("potential.doubt");
  const { freshness, coverage, notKnownAccounts, comparableRevenueShare } = potential;
  const count = formatNumber(notKnownAccounts, as.locale);
  const share = formatPercent(comparableRevenueShare, as.locale);
  return (
    <>
      <DoubtLine freshness={freshness} coverage={coverage} as={as} />
      {notKnownAccounts > 0 ? <span>{t.rich("notKnown", { b: bold, count })}</span> : null}
      {comparableRevenueShare === null ? null : (
        <span>{t.rich("comparable", { b: bold, share })}</span>
      )}
    </>
  );
}

function Assumption({ potential, workspace }: { potential: PotentialDto; workspace: string }) {
  const t = useTranslations("potential.assumption");
  const { filter } = potential;
  return (
    <Card id="assumption" title={t("title")} note={t("note")}>
      <ShareSlider
        action={workspacePath(workspace, "potential")}
        name="share"
        label={t("title")}
        percent={Math.round(potential.conversionShare * 100)}
        kept={namedOnly(filterQuery(filter))}
      />
    </Card>
  );
}

export function PotentialView({ potential, locale, workspace }: PotentialViewProps) {
  const t = staffWords(locale, "potential");
  const { filter, currency, conversionShare } = potential;
  const as: ReadAs = { locale, currency, asOf: filter.asOf };
  const percent = String(Math.round(conversionShare * 100));
  const share = formatPercent(conversionShare, locale);
  const fileOf = tableHref(workspace, "potential", { ...datedQuery(filter), share: percent });
  const headline = headlineOf(potential, as);
  const lessLoyal = potential.sizes.reduce((sum, size) => sum + size.lessLoyal, 0);
  const formula = (id: string) => (
    <FormulaPopover id={id} keys={["upliftPotential"]} definitions={potential.definitions} />
  );
  return (
    <>
      <div className="mb-5">
        <PeriodFilter
          filter={filter}
          action={workspacePath(workspace, "potential")}
          locale={locale}
          kept={{ share: percent }}
        />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={<Doubt potential={potential} as={as} />}
      />
      {potential.sizes.length === 0 ? (
        <EmptyState
          title={t("parts.none", { fewest: potential.fewestLoyal })}
          action={<NextStep workspace={workspace} to="ask" />}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <Assumption potential={potential} workspace={workspace} />
          {potential.revenue.value === null ? null : (
            <ChartFrame
              id="worth"
              title={t("worthTitle")}
              note={t("worthNote", { share, count: lessLoyal })}
              table={worthTable(potential, locale)}
              locale={locale}
              fileHref={fileOf("worth")}
              formula={formula("worth-formula")}
            >
              <BarRows title={t("worthTitle")} rows={worthRows(potential, as)} />
            </ChartFrame>
          )}
          <ChartFrame
            id="sizes"
            title={t("sizesTitle")}
            note={t("sizesNote", { share, currency: codeOf(currency) })}
            table={sizesTable(potential, locale)}
            locale={locale}
            fileHref={fileOf("sizes")}
            formula={formula("sizes-formula")}
          >
            <BarRows title={t("sizesTitle")} rows={sizeRows(potential, as)} />
          </ChartFrame>
        </div>
      )}
    </>
  );
}

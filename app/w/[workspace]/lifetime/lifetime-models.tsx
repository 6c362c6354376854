import { useTranslations } from "next-intl";
import { ChartFrame } from "@/components/charts/chart-frame";
import { FigureTableView } from "@/components/charts/figure-table-view";
import { SeriesChart } from "@/components/charts/series-chart";
import { Card } from "@/components/ui/card";
import { axisTicks } from "@/lib/format/axis-ticks";
import { formatDay } from "@/lib/format/date";
import type { FigureTable } from "@/lib/format/figure-table";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import type { FitDto, PurchaseBandDto, StreamDto } from "@/lib/loyalty/lifetime.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { countInWords, type LifetimePart, moneyInWords, shareInWords } from "./lifetime-part";
import { contractFitTable, orderFitTable, purchasesTable, renewalsTable } from "./lifetime-tables";

/** How a fit was found, as a statistician asks. */
function qualityWords(model: string, fit: FitDto, locale: string): string {
  const t = staffWords(locale, "lifetime");
  return t("fit.quality", {
    model,
    value: formatNumber(fit.logLikelihood, locale, 1),
    iterations: fit.iterations,
    method: fit.method,
    slope: fit.slope.toExponential(0),
    n: formatNumber(fit.n, locale),
  });
}

function usedWords({ method, because }: StreamDto, locale: string): string | null {
  const t = staffWords(locale, "lifetime");
  if (method === null) return null;
  return because === null
    ? t("model.used", { method: t(`methods.${method}`) })
    : t("model.fallback", { because: t(`because.${because}`) });
}

function Lines({ lines }: { lines: readonly (string | null)[] }) {
  return (
    <div className="mt-3 flex max-w-prose flex-col gap-1 text-sm text-ink-2">
      {lines.map((line) => (line === null ? null : <p key={line}>{line}</p>))}
    </div>
  );
}

function Parameters({ table, locale }: { table: FigureTable; locale: string }) {
  if (table.rows.length === 0) return null;
  return (
    <div className="mt-3">
      <h3 className="text-sm font-semibold">{table.title}</h3>
      <FigureTableView table={table} locale={locale} />
    </div>
  );
}

function liesWhen({ lifetime, as }: LifetimePart, key: string): string | null {
  const t = staffWords(as.locale, "lifetime");
  const definition = lifetime.definitions.find((one) => one.key === key);
  return definition ? t("model.lies", { text: definition.liesWhen }) : null;
}

const numbersOf = ({ value, low, high }: EstimateDto) =>
  [value, low, high].flatMap((one) => one ?? []);

function RenewalChart({ lifetime, as }: LifetimePart) {
  const t = useTranslations("lifetime");
  const { points } = lifetime.contractModel;
  const shares = points.flatMap(({ expected, actual }) => [
    ...numbersOf(actual),
    ...(expected ? numbersOf(expected) : []),
  ]);
  const said = (figure: EstimateDto) => ({
    ...figure,
    words: shareInWords(figure, as.locale),
  });
  return (
    <SeriesChart
      title={t("contractModel.title")}
      series={[
        { key: "actual", label: t("contractModel.actual"), tone: "accent" },
        {
          key: "expected",
          label: t("contractModel.expected"),
          tone: "state-latent",
          isDashed: true,
        },
      ]}
      points={points.map(({ renewal, expected, actual }) => ({
        at: renewal,
        label: t("contractModel.nth", { n: renewal }),
        values: {
          actual: said(actual),
          ...(expected ? { expected: said(expected) } : {}),
        },
      }))}
      xTicks={points.map(({ renewal }) => ({
        at: renewal,
        label: t("contractModel.nth", { n: renewal }),
      }))}
      yTicks={axisTicks(shares).map((at) => ({ at, label: formatPercent(at, as.locale) }))}
    />
  );
}

/** How contract customers stayed, beside what the model expects of them. */
export function ContractModelCard(part: LifetimePart) {
  const t = useTranslations("lifetime");
  const { lifetime, as, fileOf } = part;
  const { contracts, contractModel: model } = lifetime;
  if (contracts.accounts === 0) return null;
  if (model.points.length === 0) {
    return (
      <Card id="contract-model" title={t("contractModel.title")}>
        <p className="text-ink-2">{t("contractModel.none")}</p>
      </Card>
    );
  }
  const { fit } = model;
  return (
    <ChartFrame
      id="contract-model"
      title={t("contractModel.title")}
      note={t("contractModel.note", { n: model.renewalsSeen })}
      table={renewalsTable(lifetime, as.locale)}
      locale={as.locale}
      fileHref={fileOf("contract-model")}
      formula={
        <FormulaPopover
          id="contract-model-formula"
          keys={["fitRenewalsBetaGeometric", "contractAccountsValue", "contractLifetimeValue"]}
          definitions={lifetime.definitions}
        />
      }
    >
      <RenewalChart {...part} />
      <Parameters table={contractFitTable(lifetime, as.locale)} locale={as.locale} />
      <Lines
        lines={[
          usedWords(contracts, as.locale),
          fit ? qualityWords(t("fit.sbg"), fit, as.locale) : null,
          model.seenFrom
            ? t("contractModel.seenFrom", { date: formatDay(model.seenFrom, as.locale) })
            : null,
          model.newCustomer.value === null
            ? null
            : t("contractModel.new", {
                value: moneyInWords(model.newCustomer, as, contracts.isLowerBound),
              }),
          model.simple.value === null
            ? null
            : t("model.simple", { value: moneyInWords(model.simple, as) }),
          liesWhen(part, "contractAccountsValue"),
          liesWhen(part, "fitRenewalsBetaGeometric"),
        ]}
      />
    </ChartFrame>
  );
}

/** Of fewer than make a figure only the table speaks. */
function isCounted({ actual }: PurchaseBandDto): boolean {
  return actual.value !== null;
}

function bandLabel({ from, to }: PurchaseBandDto, locale: string): string {
  const t = staffWords(locale, "lifetime");
  if (to === null) return t("orderModel.bandAbove", { from });
  return from === to ? String(from) : t("orderModel.band", { from, to });
}

function PurchaseChart({ bands, as }: Pick<LifetimePart, "as"> & { bands: PurchaseBandDto[] }) {
  const t = useTranslations("lifetime");
  const counts = bands.flatMap(({ expected, actual }) => [0, expected, ...numbersOf(actual)]);
  const label = (band: PurchaseBandDto) => bandLabel(band, as.locale);
  return (
    <SeriesChart
      title={t("orderModel.title")}
      series={[
        { key: "actual", label: t("orderModel.actual"), tone: "accent" },
        { key: "expected", label: t("orderModel.expected"), tone: "state-latent", isDashed: true },
      ]}
      points={bands.map((band, at) => ({
        at,
        label: `${t("orderModel.repeat")}: ${label(band)}`,
        values: {
          actual: { ...band.actual, words: countInWords(band.actual, as.locale) },
          expected: {
            value: band.expected,
            words: formatNumber(band.expected, as.locale, 1),
          },
        },
      }))}
      xTicks={bands.map((band, at) => ({ at, label: label(band) }))}
      yTicks={axisTicks(counts).map((at) => ({ at, label: formatNumber(at, as.locale) }))}
    />
  );
}

function orderLines(part: LifetimePart): (string | null)[] {
  const { lifetime, as } = part;
  const t = staffWords(as.locale, "lifetime");
  const { orders, orderModel: model } = lifetime;
  const { purchases, spend, sampled } = model;
  return [
    usedWords(orders, as.locale),
    purchases ? qualityWords(t("fit.bgNbd"), purchases, as.locale) : null,
    spend ? qualityWords(t("fit.gammaGamma"), spend, as.locale) : null,
    sampled === null
      ? null
      : t("fit.sampled", {
          n: formatNumber(sampled, as.locale),
          all: formatNumber(model.customers, as.locale),
        }),
    model.simple.value === null
      ? null
      : t("model.simple", { value: moneyInWords(model.simple, as) }),
    orders.method === "bgNbd" ? t("orderModel.regular") : null,
    liesWhen(part, orders.method === "bgNbd" ? "orderBaseValue" : "orderLifetimeValue"),
  ];
}

/** What the model of a year ago foresaw, beside the orders that came. */
export function OrderModelCard(part: LifetimePart) {
  const t = useTranslations("lifetime");
  const { lifetime, as, fileOf } = part;
  const { orders, orderModel: model } = lifetime;
  const { holdout } = model;
  if (orders.accounts === 0) return null;
  if (holdout === null) {
    return (
      <Card id="order-model" title={t("orderModel.title")}>
        <p className="text-ink-2">{t("orderModel.noHoldout")}</p>
        <Parameters table={orderFitTable(lifetime, as.locale)} locale={as.locale} />
        <Lines lines={orderLines(part)} />
      </Card>
    );
  }
  return (
    <ChartFrame
      id="order-model"
      title={t("orderModel.titleHit", {
        expected: formatNumber(holdout.expected, as.locale),
        actual: formatNumber(holdout.actual, as.locale),
      })}
      note={t("orderModel.note", {
        date: formatDay(holdout.until, as.locale),
        n: holdout.customers,
      })}
      table={purchasesTable(lifetime, as.locale)}
      locale={as.locale}
      fileHref={fileOf("order-model")}
      formula={
        <FormulaPopover
          id="order-model-formula"
          keys={["fitBgNbd", "fitGammaGamma", "expectedPurchases", "orderBaseValue"]}
          definitions={lifetime.definitions}
        />
      }
    >
      <PurchaseChart bands={holdout.bands.filter(isCounted)} as={as} />
      <Parameters table={orderFitTable(lifetime, as.locale)} locale={as.locale} />
      <Lines lines={orderLines(part)} />
    </ChartFrame>
  );
}

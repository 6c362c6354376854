import { useTranslations } from "next-intl";
import { BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SeriesChart, type SeriesPoint, type SeriesValue } from "@/components/charts/series-chart";
import { Card } from "@/components/ui/card";
import { axisTicks } from "@/lib/format/axis-ticks";
import { dayNumber } from "@/lib/format/calendar";
import { codeOf } from "@/lib/format/currency";
import { formatClose, formatPeriod } from "@/lib/format/date";
import { formatAmount, formatMoneyInFull, moneyTicks } from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { OrdersPointDto } from "@/lib/loyalty/buying.types";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { ReadAs } from "../_loyalty/words/read-as";
import { type BuyingPart, shareInWords } from "./buying-part";
import { curveTable, lastDayOf, ordersTable } from "./buying-tables";

const DAY_TICKS = [0, 90, 180, 365, 545, 730] as const;

function curvePoints({ buying, as }: BuyingPart): SeriesPoint[] {
  const t = staffWords(as.locale, "buying");
  return buying.curve.points.map(({ day, share, low, high, atRisk }) => ({
    at: day,
    label: t("curve.onDay", { days: day }),
    values: {
      share: {
        value: share,
        low,
        high,
        words: shareInWords({ value: share, low, high, n: atRisk, reason: null }, as.locale),
      },
    },
  }));
}

export function CurveCard(part: BuyingPart) {
  const t = useTranslations("buying");
  const { buying, as, fileOf } = part;
  const { points, customers, halfDay } = buying.curve;
  const title = halfDay === null ? t("curve.title") : t("curve.half", { days: halfDay });
  if (points.length === 0) {
    return (
      <Card id="second-order" title={t("curve.title")}>
        <p className="text-ink-2">{t("curve.none", { n: customers })}</p>
      </Card>
    );
  }
  const last = points.at(-1)?.day ?? 0;
  const highest = points.map(({ high, share }) => high ?? share);
  return (
    <ChartFrame
      id="second-order"
      title={title}
      note={t("curve.note", { n: customers })}
      table={curveTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("second-order")}
      formula={
        <FormulaPopover
          id="second-order-formula"
          keys={["repurchaseCurve", "secondOrderWithin"]}
          definitions={buying.definitions}
        />
      }
    >
      <SeriesChart
        title={title}
        series={[{ key: "share", label: t("curve.share"), tone: "accent", isStep: true }]}
        points={curvePoints(part)}
        xTicks={DAY_TICKS.filter((day) => day <= last).map((day) => ({
          at: day,
          label: t("curve.onDay", { days: day }),
        }))}
        yTicks={axisTicks([0, ...highest]).map((at) => ({
          at,
          label: formatPercent(at, as.locale),
        }))}
      />
    </ChartFrame>
  );
}

function moneyValue({ value, low, high }: EstimateDto, as: ReadAs): SeriesValue {
  const t = staffWords(as.locale, "buying");
  const amount = (minor: number) => formatMoneyInFull(minor, as);
  if (value === null) return { value, words: t("notKnown") };
  if (low === null || high === null) return { value, words: amount(value) };
  const words = t("between", { value: amount(value), low: amount(low), high: amount(high) });
  return { value, low, high, words };
}

function spendPoints(orders: readonly OrdersPointDto[], as: ReadAs): SeriesPoint[] {
  return orders.map((point) => ({
    at: dayNumber(lastDayOf(point)),
    label: formatPeriod(point.from, point.until, as.locale),
    values: {
      mean: moneyValue(point.meanSpend, as),
      median: moneyValue(point.medianSpend, as),
    },
  }));
}

export function SpendCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  const { orders } = buying;
  const points = spendPoints(orders, as);
  const amounts = points.flatMap(({ values }) =>
    Object.values(values).flatMap(({ value, low, high }) =>
      [value, low, high].flatMap((at) => at ?? []),
    ),
  );
  if (amounts.length === 0) return null;
  return (
    <ChartFrame
      id="orders"
      title={`${t("orders.title")}, ${codeOf(as.currency)}`}
      note={t("orders.note")}
      table={ordersTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("orders")}
      formula={
        <FormulaPopover
          id="orders-formula"
          keys={["spendPerTransaction"]}
          definitions={buying.definitions}
        />
      }
    >
      <SeriesChart
        title={t("orders.title")}
        series={[
          { key: "mean", label: t("orders.mean"), tone: "accent" },
          { key: "median", label: t("orders.median"), tone: "state-latent", isDashed: true },
        ]}
        points={points}
        xTicks={orders.map((point) => ({
          at: dayNumber(lastDayOf(point)),
          label: formatClose(lastDayOf(point), as.locale),
        }))}
        yTicks={moneyTicks([0, ...amounts], as.currency).map((at) => ({
          at,
          label: formatAmount(at, as),
        }))}
      />
    </ChartFrame>
  );
}

export function OrderCountCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  const { orders } = buying;
  if (!orders.some((point) => point.orders > 0)) return null;
  return (
    <ChartFrame
      id="order-count"
      title={t("orders.countTitle")}
      note={t("orders.countNote")}
      table={ordersTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("orders")}
      formula={
        <FormulaPopover
          id="order-count-formula"
          keys={["ordersPerCustomer"]}
          definitions={buying.definitions}
        />
      }
    >
      <BarRows
        title={t("orders.countTitle")}
        rows={orders.map((point) => ({
          key: point.from,
          label: formatClose(lastDayOf(point), as.locale),
          to: point.orders,
          words:
            point.perCustomer.value === null
              ? formatNumber(point.orders, as.locale)
              : t("orders.barWords", {
                  orders: formatNumber(point.orders, as.locale),
                  perCustomer: formatNumber(point.perCustomer.value, as.locale, 1),
                }),
          tone: "accent",
        }))}
      />
    </ChartFrame>
  );
}

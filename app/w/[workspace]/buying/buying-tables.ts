import { addDays } from "@/lib/format/calendar";
import { codeOf } from "@/lib/format/currency";
import { formatPeriod } from "@/lib/format/date";
import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import type { BuyingDto } from "@/lib/loyalty/buying.types";
import { getBuying } from "@/lib/loyalty/get-buying";
import { viewOf } from "../_loyalty/search-params";
import { differsWords, testColumn } from "../_report/differs-words";
import { estimateCells, estimateColumns } from "../_report/figure-columns";
import type { Report } from "../_report/report";

function namesOf(locale: string) {
  const t = staffWords(locale, "buying");
  return { from: t("from"), to: t("to"), n: "n" };
}

export function curveTable({ curve }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  return {
    key: "second-order",
    title: t("curve.title"),
    columns: [
      { header: t("curve.day"), kind: "number" },
      { header: t("curve.share"), kind: "share" },
      { header: t("from"), kind: "share" },
      { header: t("to"), kind: "share" },
      { header: t("curve.atRisk"), kind: "number" },
    ],
    rows: curve.points.map(({ day, share, low, high, atRisk }) => [day, share, low, high, atRisk]),
  };
}

export function ordersTable({ orders, currency }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  const money = { kind: "money", currency } as const;
  return {
    key: "orders",
    title: t("orders.title"),
    columns: [
      { header: t("orders.period"), kind: "text" },
      { header: t("orders.orders"), kind: "number" },
      ...estimateColumns(t("orders.perCustomer"), { kind: "number", decimals: 1 }, namesOf(locale)),
      ...estimateColumns(t("orders.mean"), money, namesOf(locale)),
      ...estimateColumns(t("orders.median"), money, namesOf(locale)),
    ],
    rows: orders.map((point) => [
      formatPeriod(point.from, point.until, locale),
      point.orders,
      ...estimateCells(point.perCustomer),
      ...estimateCells(point.meanSpend),
      ...estimateCells(point.medianSpend),
    ]),
  };
}

export function matrixTable({ matrix }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  return {
    key: "product-types",
    title: t("matrix.title"),
    columns: [
      { header: t("matrix.type"), kind: "text" },
      { header: t("matrix.with"), kind: "text" },
      ...estimateColumns(t("matrix.share"), { kind: "share" }, namesOf(locale)),
    ],
    rows: matrix.types.flatMap(({ name }, row) =>
      matrix.types.flatMap((other, column) => {
        const cell = matrix.both[row]?.[column];
        return cell ? [[name, other.name, ...estimateCells(cell.share)]] : [];
      }),
    ),
  };
}

export function upsellTable({ segments }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  return {
    key: "upsell",
    title: t("upsell.title"),
    columns: [
      { header: t("upsell.segment"), kind: "text" },
      ...estimateColumns(t("upsell.share"), { kind: "share" }, namesOf(locale)),
      testColumn(locale),
      ...estimateColumns(t("upsell.ratio"), { kind: "number", decimals: 2 }, namesOf(locale)),
    ],
    rows: segments.map((one) => [
      one.name ?? t("upsell.all"),
      ...estimateCells(one.upsellShare),
      differsWords(one.upsellDiffers, locale),
      ...estimateCells(one.upsellRatio),
    ]),
  };
}

export function gapsTable({ gaps, currency }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  const money = { kind: "money", currency } as const;
  const amount = t("gaps.amount", { currency: codeOf(currency) });
  return {
    key: "white-space",
    title: t("gaps.title"),
    columns: [
      { header: t("account"), kind: "text" },
      { header: t("gaps.type"), kind: "text" },
      { header: amount, ...money },
      { header: t("from"), ...money },
      { header: t("to"), ...money },
      { header: t("gaps.source"), kind: "text" },
      { header: t("gaps.ownersOfSize"), kind: "number" },
      { header: t("gaps.on"), kind: "date" },
      { header: t("gaps.owner"), kind: "text" },
    ],
    rows: gaps.lines.map((line) => [
      line.account.name,
      line.productType ?? t("gaps.allTypes"),
      line.amountMinor,
      line.low,
      line.high,
      t(`gaps.sources.${line.source}`),
      line.owners,
      line.on,
      line.owner?.name ?? null,
    ]),
  };
}

export function gapsByTypeTable({ gaps, currency }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  return {
    key: "white-space-by-type",
    title: t("gaps.byTypeTitle"),
    columns: [
      { header: t("gaps.type"), kind: "text" },
      { header: t("gaps.amount", { currency: codeOf(currency) }), kind: "money", currency },
      { header: t("accounts"), kind: "number" },
    ],
    rows: gaps.byType.map(({ productType, amountMinor, accounts }) => [
      productType ?? t("gaps.allTypes"),
      amountMinor,
      accounts,
    ]),
  };
}

export function walletTable({ wallet, currency }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  return {
    key: "wallet",
    title: t("wallet.titleNone"),
    columns: [
      { header: `${t("wallet.share")}, ${t("from")}`, kind: "share", decimals: 0 },
      { header: `${t("wallet.share")}, ${t("to")}`, kind: "share", decimals: 0 },
      { header: t("accounts"), kind: "number" },
      { header: t("wallet.running"), kind: "money", currency },
    ],
    rows: wallet.bins.map((bin) => [bin.from, bin.to, bin.accounts, bin.runningMinor]),
  };
}

export function walletSegmentsTable({ segments }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  return {
    key: "wallet-segments",
    title: t("wallet.segmentsTitle"),
    columns: [
      { header: t("upsell.segment"), kind: "text" },
      ...estimateColumns(t("wallet.share"), { kind: "share" }, namesOf(locale)),
      testColumn(locale),
      { header: t("wallet.coverage"), kind: "share" },
    ],
    rows: segments.map((one) => [
      one.name ?? t("upsell.all"),
      ...estimateCells(one.wallet),
      differsWords(one.walletDiffers, locale),
      one.walletCoverage,
    ]),
  };
}

export function walletSourcesTable({ wallet, currency }: BuyingDto, locale: string): FigureTable {
  const t = staffWords(locale, "buying");
  return {
    key: "wallet-sources",
    title: t("wallet.sourcesTitle"),
    columns: [
      { header: t("gaps.source"), kind: "text" },
      ...estimateColumns(t("wallet.share"), { kind: "share" }, namesOf(locale)),
      { header: t("wallet.wallets"), kind: "money", currency },
    ],
    rows: wallet.sources.map((one) => [
      t(`gaps.sources.${one.source}`),
      ...estimateCells(one.share),
      one.categoryMinor,
    ]),
  };
}

/** The last day of a period, as its point on an axis. */
export function lastDayOf({ until }: { until: string }): string {
  return addDays(until, -1);
}

export const buyingTables: Report = async (ctx, params) => {
  const buying = await getBuying({ ctx, input: { ...viewOf(params), allGaps: true } });
  return [
    curveTable,
    ordersTable,
    matrixTable,
    upsellTable,
    gapsTable,
    gapsByTypeTable,
    walletTable,
    walletSegmentsTable,
    walletSourcesTable,
  ].map((table) => table(buying, ctx.locale));
};

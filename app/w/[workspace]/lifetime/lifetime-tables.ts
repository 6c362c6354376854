import { type Currency, codeOf, majorOf } from "@/lib/format/currency";
import type { FigureCell, FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import { getLifetime } from "@/lib/loyalty/get-lifetime";
import type { FitDto, LifetimeDto, StreamDto } from "@/lib/loyalty/lifetime.types";
import { viewOf } from "../_loyalty/search-params";
import { differsWords, testColumn } from "../_report/differs-words";
import { estimateCells, estimateColumns } from "../_report/figure-columns";
import type { Report, ReportParams } from "../_report/report";

/** The page's address: the usual filters, the discount rate and what is valued. */
export function lifetimeViewOf(params: ReportParams) {
  return { ...viewOf(params), rate: params.rate, basis: params.basis };
}

function namesOf(locale: string) {
  const t = staffWords(locale, "lifetime");
  return { from: t("from"), to: t("to"), n: "n" };
}

export function streamsTable(lifetime: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  const { currency, contracts, orders, total } = lifetime;
  const row = (name: string, stream: StreamDto): FigureCell[] => [
    name,
    ...estimateCells(stream.value),
    stream.yearlyMinor,
    stream.method === null ? null : t(`methods.${stream.method}`),
  ];
  return {
    key: "parts",
    title: t("streams.title"),
    columns: [
      { header: t("streams.part"), kind: "text" },
      ...estimateColumns(t("value"), { kind: "money", currency }, namesOf(locale)),
      { header: t("yearly"), kind: "money", currency },
      { header: t("streams.method"), kind: "text" },
    ],
    rows: [
      row(t("streams.contracts"), contracts),
      row(t("streams.orders"), orders),
      [t("streams.total"), ...estimateCells(total), null, null],
    ],
  };
}

export function segmentsTable({ segments, currency }: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  return {
    key: "segments",
    title: t("segments.title"),
    columns: [
      { header: t("segments.segment"), kind: "text" },
      ...estimateColumns(t("value"), { kind: "money", currency }, namesOf(locale)),
      { header: t("mean"), kind: "money", currency },
      testColumn(locale),
    ],
    rows: segments.map((one) => [
      one.name ?? t("segments.all"),
      ...estimateCells(one.total),
      one.meanMinor,
      differsWords(one.differs, locale),
    ]),
  };
}

export function binsTable({ bins, currency }: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  return {
    key: "distribution",
    title: t("bins.title"),
    columns: [
      { header: t("from"), kind: "money", currency },
      { header: t("to"), kind: "money", currency },
      { header: t("accountCount"), kind: "number" },
      { header: t("value"), kind: "money", currency },
    ],
    rows: bins.map(({ from, to, accounts, valueMinor }) => [from, to, accounts, valueMinor]),
  };
}

export function accountsTable({ accounts, currency }: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  const money = { kind: "money", currency } as const;
  return {
    key: "accounts",
    title: t("top.title"),
    columns: [
      { header: t("account"), kind: "text" },
      { header: t("value"), ...money },
      { header: t("streams.contracts"), ...money },
      { header: t("streams.orders"), ...money },
      { header: t("yearly"), ...money },
    ],
    rows: accounts.map((one) => [
      one.account.name,
      one.valueMinor,
      one.contractMinor,
      one.orderMinor,
      one.yearlyMinor,
    ]),
  };
}

export function renewalsTable({ contractModel }: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  return {
    key: "contract-model",
    title: t("contractModel.title"),
    columns: [
      { header: t("contractModel.renewal"), kind: "number" },
      ...estimateColumns(t("contractModel.actual"), { kind: "share" }, namesOf(locale)),
      { header: t("contractModel.expected"), kind: "share" },
      { header: `${t("contractModel.expected")}, ${t("from")}`, kind: "share" },
      { header: `${t("contractModel.expected")}, ${t("to")}`, kind: "share" },
    ],
    rows: contractModel.points.map(({ renewal, actual, expected }) => [
      renewal,
      ...estimateCells(actual),
      expected?.value ?? null,
      expected?.low ?? null,
      expected?.high ?? null,
    ]),
  };
}

export function purchasesTable({ orderModel }: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  const decimals = 2;
  return {
    key: "order-model",
    title: t("orderModel.title"),
    columns: [
      { header: `${t("orderModel.repeat")}, ${t("from")}`, kind: "number" },
      { header: `${t("orderModel.repeat")}, ${t("to")}`, kind: "number" },
      { header: t("orderModel.expected"), kind: "number", decimals },
      ...estimateColumns(t("orderModel.actual"), { kind: "number", decimals }, namesOf(locale)),
    ],
    rows: (orderModel.holdout?.bands ?? []).map(({ from, to, expected, actual }) => [
      from,
      to,
      expected,
      ...estimateCells(actual),
    ]),
  };
}

/** Parameters of one or more fits. */
export function fitTable(
  key: string,
  fits: readonly { model: string; fit: FitDto | null }[],
  locale: string,
): FigureTable {
  const t = staffWords(locale, "lifetime");
  const decimals = 3;
  return {
    key,
    title: t("fit.title"),
    columns: [
      { header: t("fit.model"), kind: "text" },
      { header: t("fit.parameter"), kind: "text" },
      { header: t("fit.estimate"), kind: "number", decimals },
      { header: t("fit.error"), kind: "number", decimals },
      { header: t("from"), kind: "number", decimals },
      { header: t("to"), kind: "number", decimals },
    ],
    rows: fits.flatMap(({ model, fit }) =>
      (fit?.parameters ?? []).map(({ name, value, error, low, high }) => [
        model,
        name,
        value,
        error,
        low,
        high,
      ]),
    ),
  };
}

export function contractFitTable({ contractModel }: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  return fitTable("contract-fit", [{ model: t("fit.sbg"), fit: contractModel.fit }], locale);
}

/** The scale of spend is an amount: said in the currency, as every amount is. */
function inCurrency(fit: FitDto | null, currency: Currency): FitDto | null {
  if (fit === null) return null;
  const parameters = fit.parameters.map((one) =>
    one.name === "gamma"
      ? {
          name: `gamma, ${codeOf(currency)}`,
          value: majorOf(one.value, currency),
          error: majorOf(one.error, currency),
          low: majorOf(one.low, currency),
          high: majorOf(one.high, currency),
        }
      : one,
  );
  return { ...fit, parameters };
}

export function orderFitTable({ orderModel, currency }: LifetimeDto, locale: string): FigureTable {
  const t = staffWords(locale, "lifetime");
  const { purchases } = orderModel;
  const spend = inCurrency(orderModel.spend, currency);
  return fitTable(
    "order-fit",
    [
      { model: t("fit.bgNbd"), fit: purchases },
      { model: t("fit.gammaGamma"), fit: spend },
    ],
    locale,
  );
}

export const lifetimeTables: Report = async (ctx, params) => {
  const lifetime = await getLifetime({ ctx, input: lifetimeViewOf(params) });
  return [
    streamsTable,
    segmentsTable,
    binsTable,
    accountsTable,
    renewalsTable,
    contractFitTable,
    purchasesTable,
    orderFitTable,
  ].map((table) => table(lifetime, ctx.locale));
};

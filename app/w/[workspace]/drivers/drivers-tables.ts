import { codeOf } from "@/lib/format/currency";
import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AdvantageDto, DriversDto } from "@/lib/loyalty/drivers.types";
import { getDrivers } from "@/lib/loyalty/get-drivers";
import { viewOf } from "../_loyalty/search-params";
import { rangeCells, rangeColumns } from "../_report/figure-columns";
import type { Report } from "../_report/report";

export function plotTable({ importance }: DriversDto, locale: string): FigureTable {
  const t = staffWords(locale, "drivers");
  const number = { kind: "number", decimals: 2 } as const;
  const names = { from: t("columns.from"), to: t("columns.to") };
  const yesNo = (is: boolean | null) => (is === null ? null : t(is ? "columns.yes" : "columns.no"));
  return {
    key: "drivers",
    title: t("plot.title"),
    columns: [
      { header: t("columns.driver"), kind: "text" },
      ...rangeColumns(t("columns.importance"), { kind: "share" }, names),
      { header: t("columns.ofExplained"), kind: "share" },
      { header: t("columns.chance"), kind: "share" },
      { header: t("columns.matters"), kind: "text" },
      { header: t("columns.johnson"), kind: "share" },
      { header: t("columns.direction"), ...number },
      ...rangeColumns(t("columns.performance"), number, names),
      { header: t("columns.accounts"), kind: "number" },
    ],
    rows: importance.drivers.map((driver) => [
      t(`items.${driver.key}`),
      ...rangeCells(driver.importance),
      driver.ofExplained,
      driver.chance,
      yesNo(driver.matters),
      driver.relativeWeight,
      driver.direction,
      ...rangeCells(driver.performance),
      driver.performance.n,
    ]),
  };
}

export function segmentName({ segment }: AdvantageDto, drivers: DriversDto, locale: string) {
  const t = staffWords(locale, "drivers");
  if (segment) return segment.name;
  const { filter } = drivers;
  return t(filter.segment || filter.owner ? "advantage.filter" : "advantage.everyone");
}

export function advantageTable(drivers: DriversDto, locale: string): FigureTable {
  const t = staffWords(locale, "drivers");
  return {
    key: "advantage",
    title: t("advantage.title"),
    columns: [
      { header: t("advantage.segment"), kind: "text" },
      { header: t("columns.better"), kind: "share" },
      { header: t("columns.from"), kind: "share" },
      { header: t("columns.to"), kind: "share" },
      { header: t("columns.change"), kind: "share" },
      { header: t("columns.real"), kind: "text" },
      { header: t("columns.accounts"), kind: "number" },
    ],
    rows: drivers.advantage.map((row) => [
      segmentName(row, drivers, locale),
      ...rangeCells(row.better),
      row.change?.value ?? null,
      row.change === null ? null : t(row.isRealChange ? "columns.yes" : "columns.no"),
      row.better.n,
    ]),
  };
}

export function reasonsTable({ reasons }: DriversDto, locale: string): FigureTable {
  const t = staffWords(locale, "drivers");
  return {
    key: "reasons",
    title: t("reasons.title"),
    columns: [
      { header: t("reasons.reason"), kind: "text" },
      { header: t("reasons.count"), kind: "number" },
      { header: t("reasons.share"), kind: "share" },
      { header: t("columns.from"), kind: "share" },
      { header: t("columns.to"), kind: "share" },
    ],
    rows: reasons.reasons.map(({ code, count, share }) => [
      t(`reasons.${code}`),
      count,
      ...rangeCells(share),
    ]),
  };
}

export function rivalsTable({ rivals, currency }: DriversDto, locale: string): FigureTable {
  const t = staffWords(locale, "drivers");
  return {
    key: "rivals",
    title: t("rivals.title"),
    columns: [
      { header: t("rivals.rival"), kind: "text" },
      { header: t("rivals.quarter"), kind: "date" },
      { header: t("columns.accounts"), kind: "number" },
      { header: t("rivals.lost"), kind: "number" },
      { header: t("columns.revenue", { currency: codeOf(currency) }), kind: "money", currency },
    ],
    rows: rivals.flatMap(({ name, quarters }) =>
      quarters.map(({ from, accounts, lost, revenueMinor }) => [
        name,
        from,
        accounts,
        lost,
        revenueMinor,
      ]),
    ),
  };
}

export function interviewsTable({ interviews }: DriversDto, locale: string): FigureTable {
  const t = staffWords(locale, "drivers");
  return {
    key: "interviews",
    title: t("interviews.title"),
    columns: [
      { header: t("columns.driver"), kind: "text" },
      { header: t("interviews.praised"), kind: "number" },
      { header: t("interviews.criticised"), kind: "number" },
    ],
    rows: interviews.drivers.map(({ key, praised, criticised }) => [
      t(`items.${key}`),
      praised,
      criticised,
    ]),
  };
}

export const driversTables: Report = async (ctx, params) => {
  const drivers = await getDrivers({ ctx, input: viewOf(params) });
  return [plotTable, interviewsTable, advantageTable, reasonsTable, rivalsTable].map((made) =>
    made(drivers, ctx.locale),
  );
};

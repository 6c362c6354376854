import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import { getGrowth } from "@/lib/loyalty/get-growth";
import type { GrowthDto } from "@/lib/loyalty/growth.types";
import { viewOf } from "../_loyalty/search-params";
import type { Report } from "../_report/report";
import { kindWord, sourceName } from "./growth-words";

export type GrowthStep = { key: string; label: string; minor: number; isEarned: boolean | null };

/** From the opening to the closing revenue: the same customers, then the new ones by how they came. */
export function growthSteps(growth: GrowthDto, locale: string): GrowthStep[] {
  const t = staffWords(locale, "growth");
  if (growth.sources.length === 0) return [];
  return [
    { key: "opening", label: t("opening"), minor: growth.openingMinor, isEarned: null },
    { key: "same", label: t("same"), minor: growth.sameMinor, isEarned: true },
    ...growth.sources
      .filter(({ accounts }) => accounts > 0)
      .map(({ source, minor, isEarned }) => ({
        key: source,
        label: sourceName(source, locale),
        minor,
        isEarned,
      })),
    { key: "closing", label: t("closing"), minor: growth.closingMinor, isEarned: null },
  ];
}

export function stepsTable(growth: GrowthDto, locale: string): FigureTable {
  const t = staffWords(locale, "growth");
  return {
    key: "steps",
    title: t("bridgeTitle"),
    columns: [
      { header: t("step"), kind: "text" },
      { header: t("amount"), kind: "money", currency: growth.currency },
    ],
    rows: growthSteps(growth, locale).map(({ label, minor }) => [label, minor]),
  };
}

export function sourcesTable(growth: GrowthDto, locale: string): FigureTable {
  const t = staffWords(locale, "growth");
  return {
    key: "sources",
    title: t("sourcesTitle"),
    columns: [
      { header: t("source"), kind: "text" },
      { header: t("kind"), kind: "text" },
      { header: t("accounts"), kind: "number" },
      { header: t("amount"), kind: "money", currency: growth.currency },
      { header: t("share"), kind: "share" },
    ],
    rows: growth.sources.map((row) => [
      sourceName(row.source, locale),
      kindWord(row, locale),
      row.accounts,
      row.minor,
      row.share,
    ]),
  };
}

export function overTimeTable({ points }: GrowthDto, locale: string): FigureTable {
  const t = staffWords(locale, "growth");
  return {
    key: "over-time",
    title: t("overTimeTitle"),
    columns: [
      { header: t("close"), kind: "date" },
      { header: t("least"), kind: "share" },
      { header: t("most"), kind: "share" },
      { header: t("from"), kind: "share" },
      { header: t("to"), kind: "share" },
      { header: t("total"), kind: "share" },
      { header: t("accounts"), kind: "number" },
    ],
    rows: points.map(({ day, least, most, low, high, total, n }) => [
      day,
      least,
      most,
      low,
      high,
      total,
      n,
    ]),
  };
}

export const growthTables: Report = async (ctx, params) => {
  const growth = await getGrowth({ ctx, input: viewOf(params) });
  return [
    stepsTable(growth, ctx.locale),
    sourcesTable(growth, ctx.locale),
    overTimeTable(growth, ctx.locale),
  ];
};

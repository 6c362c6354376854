import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import { getPotential } from "@/lib/loyalty/get-potential";
import type { PotentialDto, SizePotentialDto } from "@/lib/loyalty/potential.types";
import { viewOf } from "../_loyalty/search-params";
import { estimateCells, rangeCells, rangeColumns } from "../_report/figure-columns";
import type { Report, ReportParams } from "../_report/report";

export function potentialInputOf(params: ReportParams) {
  return { ...viewOf(params), share: params.share };
}

/** "50-249, Jylland"; regions that were put together are counted. */
export function sizeName(
  { sizeBand, regions, isWholeSize }: SizePotentialDto,
  locale: string,
): string {
  const t = staffWords(locale, "potential");
  const size = sizeBand === null ? t("noSize") : t("size", { band: sizeBand });
  if (isWholeSize) return size;
  const [region = null] = regions;
  const where =
    regions.length > 1
      ? t("regionsTogether", { count: regions.length })
      : (region ?? t("noRegion"));
  return t("sizeAndRegion", { size, region: where });
}

export function worthTable(potential: PotentialDto, locale: string): FigureTable {
  const t = staffWords(locale, "potential");
  const { currency, revenue, margin, unstratified } = potential;
  const money = { kind: "money", currency } as const;
  return {
    key: "worth",
    title: t("worthTitle"),
    columns: [
      { header: t("columns.what"), kind: "text" },
      { header: t("columns.amount"), ...money },
      { header: t("columns.from"), ...money },
      { header: t("columns.to"), ...money },
      { header: t("columns.accounts"), kind: "number" },
    ],
    rows: [
      [t("revenue"), ...estimateCells(revenue)],
      [t("margin"), ...estimateCells(margin)],
      [t("onePot"), ...estimateCells(unstratified)],
    ],
  };
}

export function sizesTable(potential: PotentialDto, locale: string): FigureTable {
  const t = staffWords(locale, "potential");
  const money = { kind: "money", currency: potential.currency } as const;
  const names = { from: t("columns.from"), to: t("columns.to") };
  return {
    key: "sizes",
    title: t("sizesTitle"),
    columns: [
      { header: t("columns.size"), kind: "text" },
      { header: t("columns.loyal"), kind: "number" },
      { header: t("columns.lessLoyal"), kind: "number" },
      { header: t("columns.meanLoyal"), ...money },
      { header: t("columns.meanLessLoyal"), ...money },
      ...rangeColumns(t("columns.revenue"), money, names),
      ...rangeColumns(t("columns.margin"), money, names),
    ],
    rows: potential.sizes.map((size) => [
      sizeName(size, locale),
      size.loyal,
      size.lessLoyal,
      size.meanLoyalMinor,
      size.meanLessLoyalMinor,
      ...rangeCells(size.revenue),
      ...rangeCells(size.margin),
    ]),
  };
}

export const potentialTables: Report = async (ctx, params) => {
  const potential = await getPotential({ ctx, input: potentialInputOf(params) });
  return [worthTable(potential, ctx.locale), sizesTable(potential, ctx.locale)];
};

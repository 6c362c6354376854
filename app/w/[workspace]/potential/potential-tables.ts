import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import { getPotential } from "@/lib/loyalty/get-potential";
import type { PotentialDto, SizePotentialDto } from "@/lib/loyalty/potential.types";
import { viewOf } from "../_loyalty/search-params";
import type { Report, ReportParams } from "../_report/report";

export function potentialInputOf(params: ReportParams) {
  return { ...viewOf(params), share: params.share };
}

export function sizeName({ sizeBand }: SizePotentialDto, locale: string): string {
  const t = staffWords(locale, "potential");
  return sizeBand === null ? t("noSize") : t("size", { band: sizeBand });
}

const cells = ({ value, low, high, n }: EstimateDto) => [value, low, high, n];

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
      [t("revenue"), ...cells(revenue)],
      [t("margin"), ...cells(margin)],
      [t("onePot"), ...cells(unstratified)],
    ],
  };
}

export function sizesTable(potential: PotentialDto, locale: string): FigureTable {
  const t = staffWords(locale, "potential");
  const money = { kind: "money", currency: potential.currency } as const;
  const range = (name: string) => [
    { header: name, ...money },
    { header: `${name}, ${t("columns.from")}`, ...money },
    { header: `${name}, ${t("columns.to")}`, ...money },
  ];
  return {
    key: "sizes",
    title: t("sizesTitle"),
    columns: [
      { header: t("columns.size"), kind: "text" },
      { header: t("columns.loyal"), kind: "number" },
      { header: t("columns.lessLoyal"), kind: "number" },
      { header: t("columns.meanLoyal"), ...money },
      { header: t("columns.meanLessLoyal"), ...money },
      ...range(t("columns.revenue")),
      ...range(t("columns.margin")),
    ],
    rows: potential.sizes.map((size) => [
      sizeName(size, locale),
      size.loyal,
      size.lessLoyal,
      size.meanLoyalMinor,
      size.meanLessLoyalMinor,
      ...[size.revenue, size.margin].flatMap(({ value, low, high }) => [value, low, high]),
    ]),
  };
}

export const potentialTables: Report = async (ctx, params) => {
  const potential = await getPotential({ ctx, input: potentialInputOf(params) });
  return [worthTable(potential, ctx.locale), sizesTable(potential, ctx.locale)];
};

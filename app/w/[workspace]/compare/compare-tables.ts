import type { Currency } from "@/lib/format/currency";
import type { FigureCell, FigureColumn, FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import type { ComparisonDto } from "@/lib/loyalty/comparison.types";
import type { MeasureUnit, TileDto } from "@/lib/loyalty/figures.types";
import { getComparison } from "@/lib/loyalty/get-comparison";
import { measureName } from "@/lib/loyalty/measure-names";
import { viewOf } from "../_loyalty/search-params";
import type { Report } from "../_report/report";
import { groupName } from "../retention/group-words";

/** Filter, measure and groups of an address. */
export function comparisonOf(params: Record<string, string | undefined>) {
  const { measure, split } = params;
  return { ...viewOf(params), measure, split };
}

function column(header: string, unit: MeasureUnit, currency: Currency): FigureColumn {
  if (unit === "money") return { header, kind: "money", currency };
  if (unit === "ratio") return { header, kind: "share" };
  return { header, kind: "number", decimals: 1 };
}

function figureCells(tile: TileDto | null): FigureCell[] {
  return [
    tile?.value ?? null,
    tile?.interval?.low ?? null,
    tile?.interval?.high ?? null,
    tile?.n ?? null,
  ];
}

/** Every group with its figure, what a test said and of how many. */
export function groupsTable(comparison: ComparisonDto, locale: string): FigureTable {
  const t = staffWords(locale, "compare");
  const { all, groups, measure, split, currency } = comparison;
  const unit = (all ?? groups.find(({ tile }) => tile !== null)?.tile)?.unit ?? "score";
  const verdict = (isReal: boolean | null) =>
    isReal === null ? null : t(isReal ? "real" : "notReal");
  return {
    key: "groups",
    title: t("tableTitle", { measure: measureName(measure, locale) }),
    columns: [
      { header: t("group"), kind: "text" },
      { header: t("accounts"), kind: "number" },
      column(measureName(measure, locale), unit, currency),
      column(t("from"), unit, currency),
      column(t("to"), unit, currency),
      { header: t("n"), kind: "number" },
      column(t("difference"), unit, currency),
      { header: t("test"), kind: "text" },
    ],
    rows: [
      [t("all"), null, ...figureCells(all), null, null],
      ...groups.map(({ tile, accounts, difference, isReal, ...group }) => [
        groupName(group, split, locale),
        accounts,
        ...figureCells(tile),
        difference,
        verdict(isReal),
      ]),
    ],
  };
}

export const compareTables: Report = async (ctx, params) => {
  const comparison = await getComparison({ ctx, input: comparisonOf(params) });
  return [groupsTable(comparison, ctx.locale)];
};

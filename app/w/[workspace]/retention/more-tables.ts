import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import type { RetentionDto } from "@/lib/loyalty/retention.types";
import { rangeCells, rangeColumns } from "../_report/figure-columns";
import { cohortName } from "./cohort-words";
import { curveName } from "./survival-words";

export const DENOMINATORS = ["byStart", "byMean", "actuarial", "byExposure"] as const;

export function churnTable({ churn, choices }: RetentionDto, locale: string): FigureTable {
  const t = staffWords(locale, "retention");
  const names = { from: t("from"), to: t("to") };
  const counts = ["opening", "lost", "joined", "wonBack", "cameAndWent"] as const;
  return {
    key: "churn",
    title: t(`churn.title.${choices.closes}`),
    columns: [
      { header: t("close"), kind: "date" },
      ...counts.map((key) => ({ header: t(`churn.${key}`), kind: "number" as const })),
      ...DENOMINATORS.flatMap((key) => rangeColumns(t(`churn.${key}`), { kind: "share" }, names)),
    ],
    rows: churn.map((row) => [
      row.day,
      ...counts.map((key) => row.lines[key]),
      ...DENOMINATORS.flatMap((key) => rangeCells(row[key])),
    ]),
  };
}

/** One line per cohort and age, so that intervals have their place. */
export function cohortsTable({ cohorts, choices }: RetentionDto, locale: string): FigureTable {
  const t = staffWords(locale, "retention");
  return {
    key: "cohorts",
    title: t(`cohorts.title.${choices.of}`),
    columns: [
      { header: t("cohorts.began"), kind: "text" },
      { header: t("cohorts.customersHeader"), kind: "number" },
      { header: t("cohorts.monthsSince"), kind: "number" },
      { header: t("cohorts.keptCount"), kind: "number" },
      { header: t("cohorts.left"), kind: "share" },
      { header: `${t("cohorts.left")}, ${t("from")}`, kind: "share" },
      { header: `${t("cohorts.left")}, ${t("to")}`, kind: "share" },
    ],
    rows: cohorts.rows.flatMap(({ from, n, cells }) =>
      cells.flatMap(({ value, low, high }, at) => {
        if (value === null) return [];
        const kept = choices.of === "customers" ? Math.round(value * n) : null;
        const figures = n >= cohorts.fewest ? [value, low, high] : [null, null, null];
        return [[cohortName(from, choices.cohorts), n, cohorts.ages[at] ?? null, kept, ...figures]];
      }),
    ),
  };
}

export function survivalTable(retention: RetentionDto, locale: string): FigureTable {
  const t = staffWords(locale, "retention");
  return {
    key: "survival",
    title: t("survival.title"),
    columns: [
      { header: t("survival.group"), kind: "text" },
      { header: t("survival.months"), kind: "number" },
      { header: t("survival.stillThere"), kind: "share" },
      { header: t("from"), kind: "share" },
      { header: t("to"), kind: "share" },
      { header: t("survival.followed"), kind: "number" },
    ],
    rows: retention.survival.curves.flatMap((curve) =>
      curve.points
        .filter(({ month }) => month % 3 === 0)
        .map(({ month, value, low, high, atRisk }) => [
          curveName(curve, retention, locale),
          month,
          value,
          low,
          high,
          atRisk,
        ]),
    ),
  };
}

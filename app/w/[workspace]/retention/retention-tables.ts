import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import { getRetention } from "@/lib/loyalty/get-retention";
import { RETENTION_KINDS, type RetentionDto } from "@/lib/loyalty/retention.types";
import { estimateCells, estimateColumns } from "../_report/figure-columns";
import type { Report } from "../_report/report";
import { bridgeSteps } from "./bridge-steps";
import { groupName } from "./group-words";
import { churnTable, cohortsTable, survivalTable } from "./more-tables";
import { retentionOf } from "./retention-address";

function shareColumns(name: string, locale: string) {
  const t = staffWords(locale, "retention");
  const names = { from: t("from"), to: t("to"), n: t("accounts") };
  return estimateColumns(name, { kind: "share" }, names);
}

export function bridgeTable(retention: RetentionDto, locale: string): FigureTable {
  const t = staffWords(locale, "retention");
  return {
    key: "bridge",
    title: t("bridgeTitle"),
    columns: [
      { header: t("step"), kind: "text" },
      { header: t("amount"), kind: "money", currency: retention.currency },
    ],
    rows: bridgeSteps(retention, locale).map(({ label, minor }) => [label, minor]),
  };
}

export function overTimeTable({ points }: RetentionDto, locale: string): FigureTable {
  const t = staffWords(locale, "retention");
  return {
    key: "over-time",
    title: t("overTimeTitle"),
    columns: [
      { header: t("close"), kind: "date" },
      ...RETENTION_KINDS.flatMap((kind) => shareColumns(t(kind), locale)),
    ],
    rows: points.map((point) => [
      point.day,
      ...RETENTION_KINDS.flatMap((kind) => estimateCells(point[kind])),
    ]),
  };
}

export function groupsTable(retention: RetentionDto, locale: string): FigureTable {
  const t = staffWords(locale, "retention");
  const { byGroup, choices } = retention;
  const verdict = (isReal: boolean | null) =>
    isReal === null ? null : t(isReal ? "groups.real" : "groups.notReal");
  return {
    key: "groups",
    title: t("groups.title", { split: choices.split }),
    columns: [
      { header: t(`groups.one.${choices.split}`), kind: "text" },
      { header: t("groups.accounts"), kind: "number" },
      ...RETENTION_KINDS.flatMap((kind) => [
        ...shareColumns(t(kind), locale),
        { header: `${t(kind)}, ${t("groups.againstAll")}`, kind: "text" as const },
      ]),
    ],
    rows: [
      [
        t("groups.all"),
        null,
        ...RETENTION_KINDS.flatMap((kind) => [...estimateCells(byGroup.all[kind]), null]),
      ],
      ...byGroup.groups.map((group) => [
        groupName(group, choices.split, locale),
        group.accounts,
        ...RETENTION_KINDS.flatMap((kind) => [
          ...estimateCells(group[kind]),
          verdict(group[kind].isReal),
        ]),
      ]),
    ],
  };
}

export const retentionTables: Report = async (ctx, params) => {
  const retention = await getRetention({ ctx, input: retentionOf(params) });
  const { locale } = ctx;
  return [
    bridgeTable(retention, locale),
    overTimeTable(retention, locale),
    groupsTable(retention, locale),
    churnTable(retention, locale),
    cohortsTable(retention, locale),
    survivalTable(retention, locale),
  ];
};

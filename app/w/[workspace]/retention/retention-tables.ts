import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import { getRetention } from "@/lib/loyalty/get-retention";
import type { RetentionDto } from "@/lib/loyalty/retention.types";
import { viewOf } from "../_loyalty/search-params";
import type { Report } from "../_report/report";

const STEPS = [
  "opening",
  "expansion",
  "contraction",
  "lost",
  "new",
  "wonBack",
  "exchange",
  "closing",
] as const;
export type BridgeStep = { step: (typeof STEPS)[number]; label: string; minor: number };

/** What made the closing revenue of the opening one; what went away is below nought. */
export function bridgeSteps({ bridge }: RetentionDto, locale: string): BridgeStep[] {
  const t = staffWords(locale, "retention");
  if (bridge === null) return [];
  const signed = {
    ...bridge,
    contractionMinor: -bridge.contractionMinor,
    lostMinor: -bridge.lostMinor,
  };
  return STEPS.map((step) => ({ step, label: t(`bridge.${step}`), minor: signed[`${step}Minor`] }));
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
  const both = (["gross", "net"] as const).flatMap((rate) => [
    { header: t(rate), kind: "share" as const },
    { header: `${t(rate)}, ${t("from")}`, kind: "share" as const },
    { header: `${t(rate)}, ${t("to")}`, kind: "share" as const },
    { header: `${t(rate)}, ${t("accounts")}`, kind: "number" as const },
  ]);
  return {
    key: "over-time",
    title: t("overTimeTitle"),
    columns: [{ header: t("close"), kind: "date" }, ...both],
    rows: points.map(({ day, gross, net }) => [
      day,
      ...[gross, net].flatMap(({ value, low, high, n }) => [value, low, high, n]),
    ]),
  };
}

export const retentionTables: Report = async (ctx, params) => {
  const retention = await getRetention({ ctx, input: viewOf(params) });
  return [bridgeTable(retention, ctx.locale), overTimeTable(retention, ctx.locale)];
};

import { stateInWords } from "@/components/metrics/state-words";
import type { FigureCell, FigureColumn, FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import { getRenewals } from "@/lib/loyalty/get-renewals";
import type { RenewalRowDto, RenewalsDto } from "@/lib/loyalty/renewals.types";
import { signalWord } from "@/lib/loyalty/words/signal-words";
import type { Report } from "../_report/report";

/** The radar's filters in an address. */
export function radarOf(params: Record<string, string | undefined>) {
  return { segmentId: params.segment, ownerId: params.owner, within: params.within };
}

export function monthsTable({ months, currency }: RenewalsDto, locale: string): FigureTable {
  const t = staffWords(locale, "renewals");
  return {
    key: "by-month",
    title: t("monthsTitle"),
    columns: [
      { header: t("month"), kind: "month" },
      { header: t("contracts"), kind: "number" },
      { header: t("value"), kind: "money", currency },
      { header: t("valueAtRisk"), kind: "money", currency },
    ],
    rows: months.map(({ month, contracts, yearlyMinor, atRiskMinor }) => [
      month,
      contracts,
      yearlyMinor,
      atRiskMinor,
    ]),
  };
}

type Cell = { column: FigureColumn; of: (row: RenewalRowDto) => FigureCell };

const ROUND = ["daysOpen", "rounds", "discountAsked", "discountGranted", "rival"] as const;
const ROUND_WORD = {
  daysOpen: "daysOpen",
  rounds: "rounds",
  discountAsked: "asked",
  discountGranted: "granted",
  rival: "rival",
} as const;

function roundCells(locale: string, of: "negotiation" | "negotiationBefore"): Cell[] {
  const t = staffWords(locale, "renewals");
  return ROUND.map((field) => {
    const word = t(`columns.${ROUND_WORD[field]}`);
    const header = of === "negotiation" ? word : t("columns.before", { column: word });
    const kind = field === "rival" ? "text" : field.startsWith("discount") ? "share" : "number";
    return { column: { header, kind }, of: (row) => row[of]?.[field] ?? null };
  });
}

function evidenceCells(locale: string): Cell[] {
  const t = staffWords(locale, "renewals");
  const number = (header: string, decimals = 0) => ({ header, kind: "number" as const, decimals });
  return [
    {
      column: { header: t("columns.state"), kind: "text" },
      of: ({ state }) => state && stateInWords(state, locale),
    },
    { column: number(t("columns.attitude"), 2), of: ({ attitude }) => attitude },
    { column: number(t("columns.behaviour"), 2), of: ({ behaviour }) => behaviour },
    { column: number(t("columns.rolesHeard")), of: ({ rolesHeard }) => rolesHeard },
    { column: number(t("columns.roles")), of: ({ roles }) => roles },
    { column: { header: t("columns.lastHeard"), kind: "date" }, of: (row) => row.lastHeardOn },
    {
      column: { header: t("columns.silence"), kind: "text" },
      of: ({ silence }) => silence && t(`silence.${silence}`),
    },
    { column: number(t("columns.complaints")), of: (row) => row.complaintsInYear },
    { column: number(t("columns.open")), of: (row) => row.complaintsOpen },
    ...roundCells(locale, "negotiation"),
    ...roundCells(locale, "negotiationBefore"),
    {
      column: { header: t("columns.walletLow"), kind: "share" },
      of: ({ wallet }) => wallet?.low ?? null,
    },
    {
      column: { header: t("columns.walletHigh"), kind: "share" },
      of: ({ wallet }) => wallet?.high ?? null,
    },
  ];
}

function judgementCells(locale: string): Cell[] {
  const t = staffWords(locale, "renewals");
  const said = staffWords(locale, "loyalty");
  const text = (header: string) => ({ header, kind: "text" as const });
  return [
    { column: text(t("columns.signal")), of: ({ signal }) => said(`verdicts.${signal}`) },
    {
      column: text(t("columns.because")),
      of: ({ signalCodes }) => signalCodes.map((code) => signalWord(code, locale)).join(", "),
    },
    { column: text(t("columns.call")), of: ({ call }) => call && said(`calls.${call.call}`) },
    { column: text(t("columns.line")), of: ({ call }) => call?.line ?? null },
    {
      column: { header: t("columns.calledOn"), kind: "date" },
      of: ({ call }) => call?.on ?? null,
    },
    { column: text(t("columns.differ")), of: ({ differ }) => (differ ? t("yes") : null) },
  ];
}

function cells(currency: string, locale: string): Cell[] {
  const t = staffWords(locale, "renewals");
  const text = (header: string) => ({ header, kind: "text" as const });
  return [
    { column: text(t("columns.account")), of: ({ account }) => account.name },
    { column: text(t("columns.contract")), of: ({ name }) => name },
    { column: text(t("columns.owner")), of: ({ owner }) => owner?.name ?? null },
    { column: { header: t("columns.decision"), kind: "date" }, of: (row) => row.decisionOn },
    { column: { header: t("columns.daysLeft"), kind: "number" }, of: (row) => row.daysLeft },
    { column: { header: t("columns.renews"), kind: "date" }, of: (row) => row.renewsOn },
    {
      column: { header: t("columns.value"), kind: "money", currency },
      of: (row) => row.yearlyMinor,
    },
    ...evidenceCells(locale),
    ...judgementCells(locale),
  ];
}

export function radarTable({ rows, currency }: RenewalsDto, locale: string): FigureTable {
  const all = cells(currency, locale);
  return {
    key: "radar",
    title: staffWords(locale, "renewals")("radarTitle"),
    columns: all.map(({ column }) => column),
    rows: rows.map((row) => all.map(({ of }) => of(row))),
  };
}

export const renewalsTables: Report = async (ctx, params) => {
  const renewals = await getRenewals({ ctx, input: { ...radarOf(params), allRows: true } });
  return [monthsTable(renewals, ctx.locale), radarTable(renewals, ctx.locale)];
};

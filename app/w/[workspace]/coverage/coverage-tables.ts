import { joinWords } from "@/lib/format/count";
import { codeOf } from "@/lib/format/currency";
import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import type { CoveragePageDto, QuietLineDto } from "@/lib/loyalty/coverage.types";
import { getCoverage } from "@/lib/loyalty/get-coverage";
import { viewOf } from "../_loyalty/search-params";
import type { Report, ReportParams } from "../_report/report";

export function coverageInputOf(params: ReportParams) {
  const { list, page } = params;
  return { ...viewOf(params), allLines: false, list, page };
}

export const SHARES = ["asked", "heard", "signerHeard", "known"] as const;

export function sharesTable({ points }: CoveragePageDto, locale: string): FigureTable {
  const t = staffWords(locale, "coverage");
  return {
    key: "shares",
    title: t("shares.title"),
    columns: [
      { header: t("columns.close"), kind: "date" },
      ...SHARES.map((key) => ({ header: t(`shares.${key}`), kind: "share" as const })),
      { header: t("columns.accounts"), kind: "number" },
    ],
    rows: points.map((point) => [point.day, ...SHARES.map((key) => point[key]), point.accounts]),
  };
}

type PileRow = { name: string; accounts: number; revenueMinor: number; share: number | null };

function pilesTable(
  head: { key: string; title: string; first: string },
  rows: readonly PileRow[],
  { currency }: CoveragePageDto,
  locale: string,
): FigureTable {
  const t = staffWords(locale, "coverage");
  return {
    key: head.key,
    title: head.title,
    columns: [
      { header: head.first, kind: "text" },
      { header: t("columns.accounts"), kind: "number" },
      { header: t("columns.revenue", { currency: codeOf(currency) }), kind: "money", currency },
      { header: t("columns.share"), kind: "share" },
    ],
    rows: rows.map(({ name, accounts, revenueMinor, share }) => [
      name,
      accounts,
      revenueMinor,
      share,
    ]),
  };
}

export function gapsTable(page: CoveragePageDto, locale: string): FigureTable {
  const t = staffWords(locale, "coverage");
  const rows = page.roleGaps.map((gap) => ({ ...gap, name: t(`gaps.${gap.key}`) }));
  const head = { key: "gaps", title: t("gaps.title"), first: t("columns.gap") };
  return pilesTable(head, rows, page, locale);
}

export function quietTable(page: CoveragePageDto, locale: string): FigureTable {
  const t = staffWords(locale, "coverage");
  const rows = page.quiet.map((band) => ({ ...band, name: t(`quiet.${band.key}`) }));
  const head = { key: "quiet", title: t("quiet.title"), first: t("columns.days") };
  return pilesTable(head, rows, page, locale);
}

function linesTable(
  head: { key: string; title: string },
  lines: readonly QuietLineDto[],
  { currency }: CoveragePageDto,
  locale: string,
): FigureTable {
  const t = staffWords(locale, "coverage");
  return {
    ...head,
    columns: [
      { header: t("columns.account"), kind: "text" },
      { header: t("columns.owner"), kind: "text" },
      { header: t("columns.revenue", { currency: codeOf(currency) }), kind: "money", currency },
      { header: t("columns.lastHeard"), kind: "date" },
      { header: t("columns.roles"), kind: "text" },
    ],
    rows: lines.map(({ account, owner, revenueMinor, lastHeardOn, roleGaps }) => [
      account.name,
      owner?.name ?? null,
      revenueMinor,
      lastHeardOn,
      joinWords(
        roleGaps.map((role) => t(`roleNames.${role}`)),
        locale,
      ),
    ]),
  };
}

export function oneTable(page: CoveragePageDto, locale: string): FigureTable[] {
  const t = staffWords(locale, "coverage");
  const { currency, oneRelationship } = page;
  if (oneRelationship === null) return [];
  return [
    {
      key: "one-relationship",
      title: t("one.title"),
      columns: [
        { header: t("columns.account"), kind: "text" },
        { header: t("columns.owner"), kind: "text" },
        { header: t("one.colleague"), kind: "text" },
        { header: t("columns.revenue", { currency: codeOf(currency) }), kind: "money", currency },
      ],
      rows: oneRelationship.lines.map(({ account, owner, colleague, revenueMinor }) => [
        account.name,
        owner?.name ?? null,
        colleague.name,
        revenueMinor,
      ]),
    },
  ];
}

export const coverageTables: Report = async (ctx, params) => {
  const input = { ...coverageInputOf(params), allLines: true };
  const page = await getCoverage({ ctx, input });
  const t = staffWords(ctx.locale, "coverage");
  const lists = [
    [{ key: "not-asked", title: t("notAsked.title") }, page.notAsked.lines],
    [{ key: "silent", title: t("silent.title") }, page.silent.lines],
    [{ key: "no-signer", title: t("noSigner.title") }, page.noDecisionMaker.lines],
  ] as const;
  return [
    sharesTable(page, ctx.locale),
    gapsTable(page, ctx.locale),
    quietTable(page, ctx.locale),
    ...lists.map(([head, lines]) => linesTable(head, lines, page, ctx.locale)),
    ...oneTable(page, ctx.locale),
  ];
};

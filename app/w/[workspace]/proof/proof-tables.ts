import type { FigureTable } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import { getProof } from "@/lib/loyalty/get-proof";
import type { BandProofDto, MeasureProofDto, ProofDto } from "@/lib/loyalty/proof.types";
import { viewOf } from "../_loyalty/search-params";
import { estimateCells, rangeCells } from "../_report/figure-columns";
import type { Report, ReportParams } from "../_report/report";
import { bandName, verdictOf } from "./proof-words";

export function proofInputOf(params: ReportParams) {
  return { ...viewOf(params), measure: params.measure };
}

export function chosenProof(proof: ProofDto): MeasureProofDto | null {
  return proof.measures.find(({ measure }) => measure === proof.chosen) ?? null;
}

function retainedColumns(locale: string): FigureTable["columns"] {
  const t = staffWords(locale, "proof");
  return [
    { header: t("columns.retained"), kind: "share" },
    { header: t("columns.from"), kind: "share" },
    { header: t("columns.to"), kind: "share" },
    { header: t("columns.accounts"), kind: "number" },
  ];
}

export function bandsTable(proof: ProofDto, locale: string): FigureTable {
  const t = staffWords(locale, "proof");
  return {
    key: "bands",
    title: t("bandsTitle"),
    columns: [
      { header: t("columns.band"), kind: "text" },
      ...retainedColumns(locale),
      { header: t("columns.lost"), kind: "number" },
      { header: t("columns.expected"), kind: "share" },
    ],
    rows: (chosenProof(proof)?.bands ?? []).map((band) => [
      bandName(proof.chosen, band, locale),
      ...estimateCells(band.retained),
      band.lost,
      band.expected,
    ]),
  };
}

export function splitTable(proof: ProofDto, locale: string): FigureTable {
  const t = staffWords(locale, "proof");
  const chosen = chosenProof(proof);
  const rowsOf = (group: string, part: BandProofDto | null | undefined) =>
    (part?.bands ?? []).map((band) => [
      group,
      bandName(proof.chosen, band, locale),
      ...estimateCells(band.retained),
      band.lost,
    ]);
  return {
    key: "split",
    title: t("split.title"),
    columns: [
      { header: t("split.group"), kind: "text" },
      { header: t("columns.band"), kind: "text" },
      ...retainedColumns(locale),
      { header: t("columns.lost"), kind: "number" },
    ],
    rows: [
      ...rowsOf(t("split.leftAloneShort"), chosen?.leftAlone),
      ...rowsOf(t("split.actedOnShort"), chosen?.actedOn),
    ],
  };
}

export function raceTable({ measures }: ProofDto, locale: string): FigureTable {
  const t = staffWords(locale, "proof");
  const number = { kind: "number", decimals: 3 } as const;
  return {
    key: "race",
    title: t("race.title"),
    columns: [
      { header: t("measure"), kind: "text" },
      { header: t("columns.verdict"), kind: "text" },
      { header: t("columns.auc"), ...number },
      { header: t("columns.from"), ...number },
      { header: t("columns.to"), ...number },
      { header: t("columns.trend"), ...number },
      { header: t("columns.skill"), ...number },
      { header: t("columns.accounts"), kind: "number" },
      { header: t("columns.lost"), kind: "number" },
    ],
    rows: measures.map((one) => [
      t(`measures.${one.measure}`),
      t(`verdicts.${verdictOf(one)}`),
      ...rangeCells(one.concordance),
      one.trend?.pValue ?? null,
      one.skill,
      one.n,
      one.lost,
    ]),
  };
}

export function pairsTable(proof: ProofDto, locale: string): FigureTable {
  const t = staffWords(locale, "proof");
  const number = { kind: "number", decimals: 2 } as const;
  return {
    key: "pairs",
    title: t("pairs.title", { measure: t(`measures.${proof.chosen}`) }),
    columns: [
      { header: t("measure"), kind: "text" },
      { header: t("pairs.own"), ...number },
      { header: t("pairs.other"), ...number },
      { header: t("pairs.ahead"), kind: "text" },
      { header: t("columns.accounts"), kind: "number" },
      { header: t("columns.lost"), kind: "number" },
    ],
    rows: proof.pairs.map(({ measure, chosen, other, leader, n, lost }) => [
      t(`measures.${measure}`),
      chosen.value,
      other.value,
      leader === null ? t("pairs.neither") : t(`measures.${leader}`),
      n,
      lost,
    ]),
  };
}

export function jumpTable({ jump }: ProofDto, locale: string): FigureTable {
  const t = staffWords(locale, "proof");
  return {
    key: "jump",
    title: t("jump.title"),
    columns: [{ header: t("jump.answer"), kind: "number" }, ...retainedColumns(locale)],
    rows: jump.answers.map(({ answer, retained }) => [answer, ...estimateCells(retained)]),
  };
}

export function assumedTable({ assumed }: ProofDto, locale: string): FigureTable {
  const t = staffWords(locale, "proof");
  return {
    key: "assumed",
    title: t("assumed.title"),
    columns: [
      { header: t("columns.expected"), kind: "share" },
      ...retainedColumns(locale),
      { header: t("columns.lost"), kind: "number" },
    ],
    rows: assumed.bands.map(({ expected, observed, lost }) => [
      expected,
      ...estimateCells(observed),
      lost,
    ]),
  };
}

export const proofTables: Report = async (ctx, params) => {
  const proof = await getProof({ ctx, input: proofInputOf(params) });
  return [bandsTable, splitTable, raceTable, pairsTable, jumpTable, assumedTable].map((made) =>
    made(proof, ctx.locale),
  );
};

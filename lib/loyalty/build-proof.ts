import {
  assumedLossShares,
  type BandProof,
  calibration,
  type LoyaltySettings,
  type ProofMaterial,
  type ProofMeasure,
  type RacingMeasure,
  type Ranking,
  raceOfMeasures,
  rankingOf,
  retentionJump,
} from "@/lib/metrics";
import { type EstimateDto, enoughDto, estimateDto } from "./estimate-dto";
import { DRAWS } from "./measures/draws";
import type {
  AssumedDto,
  BandProofDto,
  JumpDto,
  ProofDto,
  ProofPairDto,
  RaceDto,
} from "./proof.types";
import { proofDays } from "./proof-rows";
import type { Scene } from "./scene";

const NO_FIGURE: EstimateDto = { value: null, low: null, high: null, n: 0, reason: "noData" };
// A score on the line of the unhappy is still unhappy: the band above begins just over it.
const JUST_OVER = 1e-9;
/** Behaviour of an account that buys as much as a year ago. */
const STEADY = 0.75;

type Edges = { readonly [K in ProofMeasure]: readonly number[] | null };

/** Lower edges of the bands in the terms of the definitions; the engagement index has quartiles. */
function edgesOf({ unhappyUpTo, line }: LoyaltySettings): Edges {
  return {
    attitude: [unhappyUpTo + JUST_OVER, line],
    nps: [7, 9],
    satisfaction: [0.45, 0.85],
    relativeAdvantage: [0.4, 0.85],
    switching: [0.4, 0.85],
    heard: [1],
    behaviour: [line, STEADY],
    engagement: null,
  };
}

export const PROOF_MEASURES = [
  "attitude",
  "nps",
  "satisfaction",
  "relativeAdvantage",
  "switching",
  "heard",
  "behaviour",
  "engagement",
] as const satisfies readonly ProofMeasure[];

function toRacing(key: ProofMeasure, edges: Edges): RacingMeasure {
  const own = edges[key];
  return own === null ? { key } : { key, edges: own };
}

function bandsOf(
  proof: BandProof,
  edges: readonly number[] | null,
  fewest: number,
): BandProofDto["bands"] {
  const { bands, validity } = proof;
  return bands.map(({ from, to, retained, lost }, place) => {
    const calibrated =
      retained.n < fewest
        ? undefined
        : validity.bands.find((band) => band.from === from && band.to === to);
    return {
      rank: edges === null || from === null ? (from === null ? 0 : place) : edges.indexOf(from) + 1,
      from,
      to,
      retained: enoughDto(retained, fewest),
      lost,
      expected: calibrated?.expected ?? null,
      isOff: calibrated?.isOff ?? false,
    };
  });
}

function bandProof(
  proof: BandProof,
  edges: readonly number[] | null,
  fewest: number,
): BandProofDto {
  const { trend, logRank, validity } = proof;
  const isFew = proof.n < fewest;
  return {
    verdict: proof.verdict,
    bands: bandsOf(proof, edges, fewest),
    trend:
      isFew || trend.value === null ? null : { pValue: trend.pValue, isReal: trend.isRealTrend },
    speedPValue: isFew || logRank === null || logRank.value === null ? null : logRank.pValue,
    concordance: enoughDto(validity.concordance, fewest),
    skill: isFew ? null : validity.brier.skill,
    n: proof.n,
    lost: proof.lost,
  };
}

function rankingDto({ measures, n, lost }: Ranking, fewest: number): RaceDto {
  return {
    measures: measures.map(({ key, concordance, behind, isBehind }) => ({
      measure: key as ProofMeasure,
      concordance: enoughDto(concordance, fewest),
      behind: behind === null ? null : enoughDto(behind, fewest),
      isBehind,
    })),
    n,
    lost,
    isTooFew: Math.min(lost, n - lost) < fewest,
  };
}

function jumpOf(rows: readonly ProofMaterial[], fewest: number): JumpDto {
  const answered = rows.flatMap(({ nps, isRetained }) =>
    nps === null ? [] : [{ answer: nps, isRetained }],
  );
  const { answers, cut, n } = retentionJump(answered, { fewest, ...DRAWS });
  return {
    answers: answers.map(({ answer, retained }) => ({
      answer,
      retained: enoughDto(retained, fewest),
    })),
    cut: cut && {
      from: cut.from,
      gap: estimateDto(cut.gap),
      isReal: cut.isReal,
      chosenIn: cut.chosenIn,
    },
    n,
  };
}

function assumedOf(rows: readonly ProofMaterial[], fewest: number): AssumedDto {
  const predicted = rows.map(({ state, isRetained }) => ({
    probability: 1 - assumedLossShares[state],
    isRetained,
  }));
  const shares = [...new Set(predicted.map(({ probability }) => probability))].sort(
    (a, b) => a - b,
  );
  const { expectedOverObserved, bands, n } = calibration(predicted, { edges: shares.slice(1) });
  return {
    expectedOverObserved: enoughDto(expectedOverObserved, fewest),
    bands: bands.map(({ expected, observed, lost, isOff }) => ({
      expected,
      observed: enoughDto(observed, fewest),
      lost,
      isOff: isOff && observed.n >= fewest,
    })),
    n,
  };
}

/** What tells nobody of the field apart does not race: whoever answered was heard. */
function racing(rows: readonly ProofMaterial[]): ProofMeasure[] {
  const all = rows.filter(({ scores }) =>
    PROOF_MEASURES.every((key) => key === "heard" || scores[key] !== null),
  );
  return PROOF_MEASURES.filter((key) => new Set(all.map(({ scores }) => scores[key])).size > 1);
}

function pairOf(
  rows: readonly ProofMaterial[],
  chosen: ProofMeasure,
  other: ProofMeasure,
  fewest: number,
): ProofPairDto {
  const ranking = rankingOf(rows, [chosen, other]);
  const areaOf = (key: ProofMeasure) => ranking.measures.find((each) => each.key === key);
  const [leader, second] = ranking.measures;
  const [first, its] = [areaOf(chosen), areaOf(other)];
  return {
    measure: other,
    chosen: first ? enoughDto(first.concordance, fewest) : NO_FIGURE,
    other: its ? enoughDto(its.concordance, fewest) : NO_FIGURE,
    leader: ranking.n >= fewest && second?.isBehind && leader ? (leader.key as ProofMeasure) : null,
    n: ranking.n,
    lost: ranking.lost,
  };
}

type Built = Pick<
  ProofDto,
  "accounts" | "rows" | "lost" | "years" | "measures" | "pairs" | "race" | "jump" | "assumed"
>;

/** What was known of accounts, held against who was still a customer a year later. */
export function buildProof(
  scene: Scene,
  rows: readonly ProofMaterial[],
  chosen: ProofMeasure,
): Built {
  const { settings } = scene;
  const { fewestForStatistic: fewest } = settings;
  const edges = edgesOf(settings);
  const raced = raceOfMeasures(rows, {
    measures: PROOF_MEASURES.map((key) => toRacing(key, edges)),
  });
  return {
    accounts: new Set(rows.map(({ accountId }) => accountId)).size,
    rows: rows.length,
    lost: rows.filter(({ isRetained }) => !isRetained).length,
    years: proofDays(scene).length,
    measures: raced.measures.map(({ key, proof }) => {
      const measure = key as ProofMeasure;
      const own = edges[measure];
      return {
        measure,
        ...bandProof(proof, own, fewest),
        leftAlone: proof.leftAlone && bandProof(proof.leftAlone, own, fewest),
        actedOn: proof.actedOn && bandProof(proof.actedOn, own, fewest),
      };
    }),
    pairs: PROOF_MEASURES.filter((key) => key !== chosen).map((key) =>
      pairOf(rows, chosen, key, fewest),
    ),
    race: rankingDto(rankingOf(rows, racing(rows)), fewest),
    jump: jumpOf(rows, fewest),
    assumed: assumedOf(rows, fewest),
  };
}

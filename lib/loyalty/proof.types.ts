import type { Currency } from "@/lib/format/currency";
import type { ProofMeasure, ProofVerdict } from "@/lib/metrics";
import type { EstimateDto } from "./estimate-dto";
import type { DefinitionDto, IsoDate } from "./figures.types";
import type { CoverageDto, FilterDto, FreshnessDto } from "./overview.types";

/** One band of the score of then: how many of its accounts are still customers. */
export type ProofBandDto = {
  /** Place among the measure's bands, 0 the lowest; its words are the screen's. */
  rank: number;
  /** From this score up to but not including that one; open at the ends. */
  from: number | null;
  to: number | null;
  /** None below the fewest a statistic is made of: then what stands is the counts. */
  retained: EstimateDto;
  lost: number;
  /** Mean chance that a logistic line through all accounts expects; null where bands are of a part. */
  expected: number | null;
  /** What was expected lies outside the interval of what happened. */
  isOff: boolean;
};

export type BandProofDto = {
  verdict: ProofVerdict;
  bands: ProofBandDto[];
  /** Over the bands; null where it cannot be tried. */
  trend: { pValue: number; isReal: boolean } | null;
  /** Whether the bands leave at different speed. */
  speedPValue: number | null;
  concordance: EstimateDto;
  /** By how much it predicts better than knowing only the share of all, 1 being perfect. */
  skill: number | null;
  n: number;
  lost: number;
};

export type MeasureProofDto = BandProofDto & {
  measure: ProofMeasure;
  leftAlone: BandProofDto | null;
  actedOn: BandProofDto | null;
};

export type RankedDto = {
  measure: ProofMeasure;
  concordance: EstimateDto;
  /** How far behind the leader, on the same accounts. */
  behind: EstimateDto | null;
  isBehind: boolean;
};

/** `isTooFew`: so few were lost that there is no order of all. */
export type RaceDto = { measures: RankedDto[]; n: number; lost: number; isTooFew: boolean };

/** The chosen measure against another, on the accounts that have both. */
export type ProofPairDto = {
  measure: ProofMeasure;
  chosen: EstimateDto;
  other: EstimateDto;
  /** Whichever is surely ahead; null where neither is. */
  leader: ProofMeasure | null;
  n: number;
  lost: number;
};

export type JumpDto = {
  answers: { answer: number; retained: EstimateDto }[];
  cut: { from: number; gap: EstimateDto; isReal: boolean; chosenIn: number } | null;
  n: number;
};

/** The worklist's assumed loss shares held against what happened. */
export type AssumedDto = {
  expectedOverObserved: EstimateDto;
  bands: { expected: number; observed: EstimateDto; lost: number; isOff: boolean }[];
  n: number;
};

export type ProofDto = {
  currency: Currency;
  filter: FilterDto;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  /** The latest day of the scores; the outcome stands twelve months later, at the as-of date. */
  thenOn: IsoDate;
  /** Set where no account's score and outcome both lie in the data: from this day on they do. */
  tooShortUntil: IsoDate | null;
  accounts: number;
  /** Years of accounts: each account once for every year it began as a customer. */
  rows: number;
  lost: number;
  /** How many years are held together. */
  years: number;
  /** The measure the page looks at. */
  chosen: ProofMeasure;
  /** Each measure on all accounts that have it. */
  measures: MeasureProofDto[];
  pairs: ProofPairDto[];
  /** On the accounts that have every measure. */
  race: RaceDto;
  jump: JumpDto;
  assumed: AssumedDto;
  definitions: DefinitionDto[];
};

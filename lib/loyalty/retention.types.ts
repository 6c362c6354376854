import type { Currency } from "@/lib/format/currency";
import type { ChurnLines, RevenueBridge } from "@/lib/metrics";
import type { EstimateDto } from "./estimate-dto";
import type { DefinitionDto, HiddenMeasureDto, TileDto } from "./figures.types";
import type { CoverageDto, FilterDto, FreshnessDto } from "./overview.types";
import type { Split } from "./retention/split-units";

/** Net of all running revenue, gross of contracts, and customers counted. */
export const RETENTION_KINDS = ["net", "gross", "customers"] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** What closes: the points of a series and the periods of a table. */
export const CLOSES = ["month", "quarter", "year"] as const;
export type Closes = (typeof CLOSES)[number];

/** The twelve months up to one close; without an interval where only the figure is kept. */
export type RetentionPointDto = { day: string } & Record<RetentionKind, EstimateDto>;

/** `isReal` is null where nothing was tested: too few, or everybody. */
export type GroupFigureDto = EstimateDto & { difference: number | null; isReal: boolean | null };

export type ByGroupDto = {
  all: Record<RetentionKind, EstimateDto>;
  groups: ({
    /** The recorded value, or the segment's id; null is "not recorded". */
    key: string | null;
    name: string | null;
    accounts: number;
  } & Record<RetentionKind, GroupFigureDto>)[];
};

/** What ends a customer: the whole account, its last contract, or its own order rhythm. */
export const CLOCKS = ["whole", "contract", "orders"] as const;
export type Clock = (typeof CLOCKS)[number];

export const COHORT_LENGTHS = ["year", "quarter"] as const;
export type CohortLength = (typeof COHORT_LENGTHS)[number];
export const COHORT_OF = ["customers", "revenue"] as const;
export type CohortOf = (typeof COHORT_OF)[number];

export type ChurnPeriodDto = {
  /** The close of the period. */
  day: string;
  lines: ChurnLines;
  byStart: EstimateDto;
  byMean: EstimateDto;
  actuarial: EstimateDto;
  byExposure: EstimateDto;
};

export type CohortsDto = {
  /** Months since the first purchase. */
  ages: number[];
  rows: { from: string; n: number; cells: EstimateDto[] }[];
  /** Customers who began before the data: they are in no row. */
  before: number;
  /** Below so many the customers are counted, and no share is said. */
  fewest: number;
};

export type NegotiationDto = {
  /** By value, and of the renewal in the middle; below nought a rise. */
  weighted: EstimateDto;
  median: EstimateDto;
  signed: number;
  raised: number;
  open: number;
  /** Half are closed within so many days. */
  medianDays: number | null;
  medianDaysLow: number | null;
  medianDaysHigh: number | null;
} | null;

export type SurvivalCurveDto = {
  key: string | null;
  name: string | null;
  n: number;
  ends: number;
  medianDays: number | null;
  points: {
    month: number;
    value: number;
    low: number | null;
    high: number | null;
    atRisk: number;
  }[];
  /** Days stayed of the first so many years. */
  mean: EstimateDto | null;
};

export type SurvivalDto = {
  curves: SurvivalCurveDto[];
  /** The horizon of the means; null where no curve reaches a year. */
  years: number | null;
  /** Enough are followed from here on: the curves are of those who stayed so long. */
  fromMonth: number;
  isSplit: boolean;
  leftOut: number;
  customers: number;
  test: { isReal: boolean; pValue: number; chiSquare: number } | null;
};

/** What the page shows of what it could, as its address says. */
export type RetentionChoices = {
  closes: Closes;
  split: Split;
  by: RetentionKind;
  cohorts: CohortLength;
  of: CohortOf;
  clock: Clock;
  /** Of saved segments the one whose customers are followed beside all others. */
  pair: string | null;
};

export type RetentionDto = {
  currency: Currency;
  filter: FilterDto;
  choices: RetentionChoices;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  tiles: TileDto[];
  hidden: HiddenMeasureDto[];
  /** From the revenue of a year ago to that of today; null where nobody was a customer a year ago. */
  bridge: RevenueBridge | null;
  net: EstimateDto;
  points: RetentionPointDto[];
  /** Of points before this close the net compares less than a year with less than a year. */
  shortUntil: string | null;
  byGroup: ByGroupDto;
  churn: ChurnPeriodDto[];
  cohorts: CohortsDto;
  survival: SurvivalDto;
  negotiation: NegotiationDto;
  definitions: DefinitionDto[];
};

import type { DriverItem } from "@/lib/accounts/driver-items";
import type { Currency } from "@/lib/format/currency";
import type { DriverReason, LadderAdvice } from "@/lib/metrics";
import type { CODES } from "@/lib/surveys/design/question-codes";
import type { EstimateDto } from "./estimate-dto";
import type { DefinitionDto, IsoDate } from "./figures.types";
import type { CoverageDto, FilterDto, FreshnessDto, OptionDto } from "./overview.types";

export type StayReason = (typeof CODES.reason_to_stay)[number];

export type DriverDto = {
  key: DriverItem;
  importance: EstimateDto;
  /** As a share of what all drivers explain. */
  ofExplained: number | null;
  /** 95 of 100 drivers of pure chance stay below this share. */
  chance: number | null;
  matters: boolean | null;
  /** Correlation with the outcome. */
  direction: number | null;
  /** Johnson's relative weight, to hold the share against. */
  relativeWeight: number | null;
  performance: EstimateDto;
};

export type ImportanceDto = {
  outcome: "nps" | "csat";
  drivers: DriverDto[];
  explained: EstimateDto;
  /** Complete answers, and the accounts they come from. */
  n: number;
  accounts: number;
  leftOut: number;
  /** So many complete answers make a figure. */
  needed: number;
  reason: DriverReason | null;
};

export type LadderDto = {
  advice: LadderAdvice["advice"];
  rung: DriverItem | null;
  unclear: DriverItem[];
  better: EstimateDto;
  rungs: { rung: DriverItem; matters: boolean | null; isWeak: boolean | null }[];
  weakBelow: number;
};

export type InterviewsDto = {
  interviews: number;
  drivers: { key: DriverItem; praised: number; criticised: number }[];
};

export type AdvantageDto = {
  /** Null: everybody of the filter. */
  segment: OptionDto | null;
  /** Share that calls us better, of those who compared; null with a reason where too few did. */
  better: EstimateDto;
  counts: { better: number; same: number; worse: number; none: number; cannotSay: number };
  /** Against the half year before, in shares; null where there is nothing to compare with. */
  change: EstimateDto | null;
  isRealChange: boolean;
  /** A real change for the worse: told above the figures, and on the overview. */
  isRealDrop: boolean;
};

export type ReasonsDto = {
  people: number;
  accounts: number;
  /** Too few accounts: counts only. */
  isTooFew: boolean;
  reasons: { code: StayReason; count: number; share: EstimateDto }[];
};

export type RivalDto = {
  name: string;
  accounts: number;
  lost: number;
  revenueMinor: number;
  quarters: { from: IsoDate; accounts: number; lost: number; revenueMinor: number }[];
};

export type DriversDto = {
  currency: Currency;
  filter: FilterDto;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  importance: ImportanceDto;
  ladder: LadderDto;
  interviews: InterviewsDto;
  /** Everybody of the filter first, then each segment. */
  advantage: AdvantageDto[];
  reasons: ReasonsDto;
  rivals: RivalDto[];
  definitions: DefinitionDto[];
};

import type { Currency } from "@/lib/format/currency";
import type { DefinitionDto } from "./figures.types";
import type { CoverageDto, FilterDto, FreshnessDto } from "./overview.types";

/** How a new customer came; those won back are not asked how they came at first. */
export const GROWTH_SOURCES = [
  "wonBack",
  "referral",
  "repeat_person",
  "inbound",
  "bought",
  "unknown",
] as const;
export type GrowthSource = (typeof GROWTH_SOURCES)[number];

export type SourceDto = {
  source: GrowthSource;
  isEarned: boolean | null;
  accounts: number;
  minor: number;
  /** Of all new revenue; null without any. */
  share: number | null;
};

/** From none to all of the unknown sources earned; the interval covers both ends and chance. */
export type RangeDto = {
  least: number;
  most: number;
  low: number | null;
  high: number | null;
};

export type GrowthFigureDto = {
  n: number;
  /** Earned growth, of the opening revenue. */
  earned: RangeDto;
  netRetention: number;
  totalGrowth: number;
  /** Earned of all growth; null where revenue did not grow. */
  ratio: RangeDto | null;
};

export type GrowthPointDto = {
  day: string;
  least: number | null;
  most: number | null;
  total: number | null;
  low: number | null;
  high: number | null;
  n: number;
};

export type GrowthDto = {
  currency: Currency;
  filter: FilterDto;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  /** Null with too few accounts, or where nobody was a customer a year ago. */
  figure: GrowthFigureDto | null;
  /** Accounts with revenue a year ago. */
  openingAccounts: number;
  openingMinor: number;
  /** What the same customers brought more or less. */
  sameMinor: number;
  sources: SourceDto[];
  closingMinor: number;
  newMinor: number;
  /** Share of new revenue of which it is recorded how the customer came; null without new revenue. */
  knownShare: number | null;
  points: GrowthPointDto[];
  definitions: DefinitionDto[];
};

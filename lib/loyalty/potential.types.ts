import type { Currency } from "@/lib/format/currency";
import type { UpliftPotential } from "@/lib/metrics";
import type { EstimateDto } from "./estimate-dto";
import type { DefinitionDto } from "./figures.types";
import type { CoverageDto, FilterDto, FreshnessDto } from "./overview.types";

/** Accounts of one size, of one region of it or of several put together; the amounts are a year's, in minor units. */
export type SizePotentialDto = {
  /** Null: accounts whose size is not recorded. */
  sizeBand: string | null;
  /** Null is a region that is not recorded. */
  regions: (string | null)[];
  /** Every region of the size is in it: too few for each alone, or there is but one. */
  isWholeSize: boolean;
  loyal: number;
  lessLoyal: number;
  meanLoyalMinor: number | null;
  meanLessLoyalMinor: number | null;
  revenue: EstimateDto;
  margin: EstimateDto;
  /** Set where the size is no part of the sum. */
  reason: UpliftPotential["strata"][number]["reason"];
};

export type PotentialDto = {
  currency: Currency;
  filter: FilterDto;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  /** The share of the less loyal that is assumed to be won over: stated, not measured. */
  conversionShare: number;
  revenue: EstimateDto;
  margin: EstimateDto;
  /** What all accounts in one pot would say. */
  unstratified: EstimateDto;
  sizes: SizePotentialDto[];
  /** Of the less loyal accounts, and of their revenue, that have loyal ones of their size and region. */
  comparableShare: number | null;
  comparableRevenueShare: number | null;
  marginKnownShare: number | null;
  knownAccounts: number;
  notKnownAccounts: number;
  /** So many loyal accounts make a size comparable. */
  fewestLoyal: number;
  definitions: DefinitionDto[];
};

import type { Currency } from "@/lib/format/currency";
import type { FitTrouble } from "@/lib/metrics";
import type { EstimateDto } from "./estimate-dto";
import type { AccountRef, DefinitionDto, IsoDate, StateDto } from "./figures.types";
import type { Differs } from "./measures/differs";
import type { FilterDto } from "./overview.types";

/** What the values are of: margin, or revenue where margins are not known or not asked for. */
export type LifetimeBasis = "margin" | "revenue";

export type LifetimeMethod = "shiftedBetaGeometric" | "bgNbd" | "constantRetention";

/** Contracts, or orders outside them: what their future is worth today. */
export type StreamDto = {
  value: EstimateDto;
  /** Nobody left yet: worth at least this. */
  isLowerBound: boolean;
  accounts: number;
  /** What they bring a year now, on the page's basis; null where there are none. */
  yearlyMinor: number | null;
  method: LifetimeMethod | null;
  /** Why one retention for all had to do. */
  because: FitTrouble | null;
};

export type ValuedAccountDto = {
  account: AccountRef;
  state: StateDto | null;
  valueMinor: number;
  contractMinor: number | null;
  orderMinor: number | null;
  yearlyMinor: number;
};

export type SegmentLifetimeDto = {
  id: string | null;
  name: string | null;
  accounts: number;
  total: EstimateDto;
  isLowerBound: boolean;
  meanMinor: number | null;
  /** An account of the segment against one of all the others, corrected for how many segments there are. */
  differs: Differs;
};

export type ParameterDto = {
  name: string;
  value: number;
  error: number;
  low: number;
  high: number;
};

/** A fit as it was found; without one the reason stands at the stream. */
export type FitDto = {
  parameters: ParameterDto[];
  logLikelihood: number;
  method: string;
  iterations: number;
  /** Steepest slope left at the maximum. */
  slope: number;
  n: number;
};

/** One renewal: what the model expects of those up for it, and what those we saw did. */
export type RenewalPointDto = {
  renewal: number;
  expected: EstimateDto | null;
  actual: EstimateDto;
};

/** Customers with so many repeat orders a year ago: what the model of then foresaw, and what came. */
export type PurchaseBandDto = {
  from: number;
  to: number | null;
  customers: number;
  expected: number;
  actual: EstimateDto;
};

export type HoldoutDto = {
  /** The model knew orders up to here. */
  until: IsoDate;
  customers: number;
  expected: number;
  actual: number;
  bands: PurchaseBandDto[];
};

export type ContractModelDto = {
  fit: FitDto | null;
  renewalsSeen: number;
  /** Losses are on record from here on. */
  seenFrom: IsoDate | null;
  points: RenewalPointDto[];
  /** A new contract customer that brings what the mean one does. */
  newCustomer: EstimateDto;
  /** The same accounts by one retention for all, margins in doubt too. */
  simple: EstimateDto;
};

export type OrderModelDto = {
  purchases: FitDto | null;
  spend: FitDto | null;
  /** Whose orders could be learnt from. */
  customers: number;
  /** Of them the fit saw an even sample of so many; null where it saw all. */
  sampled: number | null;
  holdout: HoldoutDto | null;
  simple: EstimateDto;
};

export type LifetimeDto = {
  currency: Currency;
  filter: FilterDto;
  /** Discount rate a year. */
  rate: number;
  basis: LifetimeBasis;
  bases: LifetimeBasis[];
  /** Share of the yearly revenue whose margin is known. */
  marginCoverage: number | null;
  /** Years ahead that orders are counted; contracts are without an end. */
  years: number;
  total: EstimateDto;
  isLowerBound: boolean;
  contracts: StreamDto;
  orders: StreamDto;
  segments: SegmentLifetimeDto[];
  bins: { from: number; to: number | null; accounts: number; valueMinor: number }[];
  accounts: ValuedAccountDto[];
  /** Share of the value with the ten most valuable. */
  topTenShare: number | null;
  contractModel: ContractModelDto;
  orderModel: OrderModelDto;
  definitions: DefinitionDto[];
};

import type { AttitudeReason, RenewalSignal } from "@/lib/metrics";
import type { AccountDto, NegotiationDto } from "./account-page.types";
import type { AccountRef, DefinitionDto, IsoDate, PersonRef, StateDto } from "./figures.types";
import type { OptionDto } from "./overview.types";

export const RADAR_DAYS = [30, 90, 180] as const;
export type RadarDays = (typeof RADAR_DAYS)[number];

export type ManagerCallDto = {
  call: "safe" | "unsure" | "atRisk";
  line: string;
  on: IsoDate;
  isOld: boolean;
  by: string | null;
};

/** One contract on its way to its decision date. */
export type RenewalRowDto = {
  contractId: string;
  name: string;
  /** Whose contract it is; figures are those of the account that decides. */
  account: AccountRef;
  decidedBy: AccountRef | null;
  owner: PersonRef | null;
  decisionOn: IsoDate;
  daysLeft: number;
  /** The smallest of 30, 90 and 180 days it lies within. */
  within: RadarDays;
  renewsOn: IsoDate | null;
  /** Yearly recurring value, in the workspace's currency. */
  yearlyMinor: number;
  state: StateDto | null;
  attitude: number | null;
  attitudeReason: AttitudeReason | null;
  behaviour: number | null;
  rolesHeard: number;
  roles: number;
  hasDecisionMaker: boolean;
  lastHeardOn: IsoDate | null;
  silence: "silent" | "notAsked" | null;
  complaintsInYear: number;
  complaintsOpen: number;
  wallet: AccountDto["shareOfWallet"];
  /** The negotiation that is open or came last, and the one before it. */
  negotiation: NegotiationDto | null;
  negotiationBefore: NegotiationDto | null;
  signal: RenewalSignal["verdict"];
  signalCodes: string[];
  call: ManagerCallDto | null;
  /** Call and signal say opposite things. */
  differ: boolean;
};

/** What is decided in a calendar month. */
export type StakeMonthDto = {
  month: string;
  contracts: number;
  yearlyMinor: number;
  /** Of it, of accounts whose signal is at risk. */
  atRiskMinor: number;
};

export type RenewalsDto = {
  currency: string;
  asOf: IsoDate;
  segment: OptionDto | null;
  owner: OptionDto | null;
  segments: OptionDto[];
  owners: OptionDto[];
  within: RadarDays;
  rows: RenewalRowDto[];
  total: number;
  totalMinor: number;
  atRiskMinor: number;
  /** Contracts of all within the days chosen on which call and signal differ. */
  differing: RenewalRowDto[];
  /** Contracts nobody has made a call on in 60 days. */
  withoutCall: number;
  months: StakeMonthDto[];
  definitions: DefinitionDto[];
};

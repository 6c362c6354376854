import type { Currency } from "@/lib/format/currency";
import type { EstimateDto } from "./estimate-dto";
import type {
  AccountRef,
  DefinitionDto,
  HiddenMeasureDto,
  IsoDate,
  PersonRef,
  StateDto,
  TileDto,
} from "./figures.types";
import type { Differs } from "./measures/differs";
import type { FilterDto } from "./overview.types";

/** How many first-time buyers had ordered again by a day after their first order. */
export type CurvePointDto = {
  day: number;
  share: number;
  low: number | null;
  high: number | null;
  atRisk: number;
};

export type RepurchaseCurveDto = {
  /** Empty where too few began under our eyes. */
  points: CurvePointDto[];
  customers: number;
  reordered: number;
  /** Day by which half had ordered again; null while fewer have. */
  halfDay: number | null;
};

/** Three whole months of orders outside contracts. */
export type OrdersPointDto = {
  from: IsoDate;
  /** First day after it. */
  until: IsoDate;
  orders: number;
  perCustomer: EstimateDto;
  meanSpend: EstimateDto;
  medianSpend: EstimateDto;
};

export type TypeMatrixDto = {
  types: { name: string; owners: number }[];
  /** Of the row's owners, those who also own the column's; null on the diagonal. */
  both: ({ share: EstimateDto; owners: number } | null)[][];
  /** Types there are, where not all are shown. */
  total: number;
};

/** Upsell and wallet of a segment; without a name, of all accounts of the filter. */
export type SegmentBuyingDto = {
  id: string | null;
  name: string | null;
  upsellShare: EstimateDto;
  /** Against all the other accounts of the page, corrected for how many segments there are. */
  upsellDiffers: Differs;
  upsellRatio: EstimateDto;
  wallet: EstimateDto;
  walletDiffers: Differs;
  /** Share of the segment's running revenue whose wallet is known. */
  walletCoverage: number | null;
};

/** One thing an account could buy from us and does not. */
export type GapDto = {
  account: AccountRef;
  state: StateDto | null;
  isConvinced: boolean;
  /** Null where the wallet was told for all product types together. */
  productType: string | null;
  amountMinor: number;
  low: number | null;
  high: number | null;
  /** Told by the customer, guessed by a colleague, or what others of its size spend. */
  source: "asked" | "estimated" | "typical";
  owners: number | null;
  on: IsoDate | null;
  owner: PersonRef | null;
};

export type GapsDto = {
  /** The largest first: fifty of either kind, or all of them where all were asked for. */
  lines: GapDto[];
  /** How many lines there are of wallets we know, and of what others of the size spend. */
  known: number;
  typical: number;
  accounts: number;
  knownMinor: number;
  typicalMinor: number;
  byType: { productType: string | null; amountMinor: number; accounts: number }[];
};

export type WalletSourceDto = {
  source: "asked" | "estimated";
  /** Accounts all of whose counted wallets come from there. */
  share: EstimateDto;
  /** Of all wallets that count. */
  categoryMinor: number;
};

export type StaleWalletDto = { account: AccountRef; on: IsoDate; runningMinor: number };

export type WalletDto = {
  share: EstimateDto;
  /** Share of running revenue behind it. */
  coverage: number | null;
  known: number;
  active: number;
  /** Known once, more than 12 months ago. */
  stale: number;
  staleLines: StaleWalletDto[];
  oldest: IsoDate | null;
  bins: { from: number; to: number; accounts: number; runningMinor: number }[];
  sources: WalletSourceDto[];
  /** By our place, then by how many suppliers there are: the share to expect where no wallet is known. */
  rule: (number | null)[][];
};

export type BuyingDto = {
  currency: Currency;
  filter: FilterDto;
  ordersTo: IsoDate | null;
  tiles: TileDto[];
  hidden: HiddenMeasureDto[];
  curve: RepurchaseCurveDto;
  orders: OrdersPointDto[];
  matrix: TypeMatrixDto;
  segments: SegmentBuyingDto[];
  gaps: GapsDto;
  wallet: WalletDto;
  definitions: DefinitionDto[];
};

import type { Currency } from "@/lib/format/currency";
import type { MapPlace } from "@/lib/segments/map-place";
import type {
  CutDto,
  DefinitionDto,
  HiddenMeasureDto,
  IsoDate,
  KeepsComingDto,
  MapDto,
  PileDto,
  StateTotalDto,
  TileDto,
} from "./figures.types";
import type { GrowDto } from "./grow.types";
import type { TilesBothWays } from "./load-both-ways";
import type { PortfolioNews } from "./portfolio-news.types";
import type { WorklistDto } from "./worklist.types";

/** The first line of the page as data; the words are the screen's. */
export type HeadlineDto =
  /** "Customers worth {notProven} stay, but have not said they want to." */
  | {
      kind: "notProven";
      notProvenMinor: number;
      unhappyMinor: number;
      lukewarmMinor: number;
      unheardMinor: number;
      /** "DKK 9.6 m would not clearly choose us again if changing were free (42 % asked)." */
      lockedIn: {
        totalMinor: number;
        noMinor: number;
        notSureMinor: number;
        /** Share of staying revenue that answered the question. */
        askedShare: number;
        /** Share locked in among those who answered, with its interval. */
        share: number | null;
        low: number | null;
        high: number | null;
      } | null;
      captiveMinor: number | null;
    }
  /** Everybody who stays has said so. */
  | { kind: "allProven"; stayingMinor: number }
  /** Nobody was ever heard: orders and contracts only. */
  | { kind: "nobodyAsked"; runningMinor: number; stayingMinor: number; fallingMinor: number }
  /** No active account in the filter. */
  | { kind: "nothingYet"; reason: "noAccounts" | "noActiveAccounts" | "emptySegment" };

export type OptionDto = { id: string; name: string };

export type FilterDto = {
  /** What amounts are read in: the workspace's currency, or the one that was chosen at a rate of the day. */
  currency: Currency;
  /** Codes to choose from, the workspace's first. */
  currencies: string[];
  /** What was wanted and has no rate on the day. */
  refusedCurrency: string | null;
  segment: OptionDto | null;
  owner: OptionDto | null;
  asOf: IsoDate;
  compareTo: IsoDate;
  /** What the as-of date is compared with where nothing else is chosen. */
  usualCompare: IsoDate;
  segments: OptionDto[];
  owners: OptionDto[];
  /** Closes of quarters for which there are data, newest first; the first is the as-of date itself. */
  dates: IsoDate[];
};

/** The doubt under the headline. */
export type FreshnessDto = {
  asOf: IsoDate;
  /** Newest order or invoice in the data; null without any. */
  ordersTo: IsoDate | null;
  answersTo: IsoDate | null;
  refreshedAt: string;
  /** Newest exchange rate used; null when all is in one currency. */
  ratesOf: IsoDate | null;
  /** Accounts left out because a currency has no rate. */
  withoutRate: { accounts: number; currencies: string[] };
  /** Windows shrunk because the data are younger than 24 months. */
  isShortHistory: boolean;
};

export type CoverageDto = {
  /** First day of the quarter that closes at the as-of date. */
  quarterFrom: IsoDate;
  totalMinor: number;
  asked: PileDto;
  heard: PileDto;
  signerHeard: PileDto;
  /** Attitude known, 365 days. */
  known: PileDto;
  silent: PileDto;
  notAsked: PileDto;
};

export type MovementDto = {
  since: IsoDate;
  /** The conventions of the map changed since: nothing is told across it. */
  cutsChangedOn: IsoDate | null;
  moved: number;
  nowHeard: number;
  noLongerKnown: number;
};

/** The accounts in a place of the map, at the date of the page. */
export type ChosenDto = {
  place: MapPlace;
  accounts: number;
  revenueMinor: number;
  /** Those of them that the map draws as dots. */
  shownIds: string[];
};

export type OverviewDto = {
  currency: Currency;
  filter: FilterDto;
  headline: HeadlineDto;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  runningMinor: number;
  activeAccounts: number;
  map: MapDto;
  /** Null where no place is chosen. */
  chosen: ChosenDto | null;
  states: StateTotalDto[];
  keepsComing: KeepsComingDto;
  movement: MovementDto;
  /** Up to six that suit this workspace's data. */
  tiles: TileDto[];
  /** The other measures that suit the data. */
  moreTiles: TileDto[];
  hidden: HiddenMeasureDto[];
  /** Of measures made of answers: with and without what was not sent, and what was kept aside. */
  bothWays: TilesBothWays;
  worklist: WorklistDto;
  grow: GrowDto;
  /** The map under other conventions; null where they were not asked for. */
  cuts: CutDto[] | null;
  definitions: DefinitionDto[];
  /** Segments in which surely fewer call us better than their alternatives; null is the filter itself. */
  advantageDrops: (OptionDto | null)[];
  epoch: number;
};

/** An account manager's landing: the same figures over the own accounts, worklist first. */
export type PortfolioDto = PortfolioNews & {
  currency: string;
  owner: OptionDto | null;
  /** True when the actor is no employee with accounts: then the portfolio is everybody's. */
  isEveryone: boolean;
  owners: OptionDto[];
  freshness: FreshnessDto;
  coverage: CoverageDto;
  runningMinor: number;
  activeAccounts: number;
  worklist: WorklistDto;
  grow: GrowDto;
  states: StateTotalDto[];
  map: MapDto;
  /** How many decision dates are in the next 180 days. */
  decisionsTotal: number;
  /** The soonest of them, soonest first. */
  decisions: {
    account: OptionDto;
    decisionOn: IsoDate;
    daysLeft: number;
    renewsOn: IsoDate | null;
    contractMinor: number;
    signal: "atRisk" | "watch" | "onTrack" | "cannotSay";
  }[];
  /** The newest confirmed answers of the portfolio. */
  answers: {
    account: OptionDto;
    personName: string | null;
    role: "decisionMaker" | "influencer" | "user" | null;
    question: "nps" | "csat";
    value: number;
    scaleMax: number;
    comment: string | null;
    on: IsoDate;
    /** The moment, as ISO instant. */
    at: string;
  }[];
  definitions: DefinitionDto[];
  epoch: number;
};

import type { RevenueBridge } from "@/lib/metrics";
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

/** What the page shows of what it could, as its address says. */
export type RetentionChoices = { closes: Closes; split: Split; by: RetentionKind };

export type RetentionDto = {
  currency: string;
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
  definitions: DefinitionDto[];
};

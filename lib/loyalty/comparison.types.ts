import type { Currency } from "@/lib/format/currency";
import type { DefinitionDto, MeasureKey, TileDto } from "./figures.types";
import type { CoverageDto, FilterDto, FreshnessDto } from "./overview.types";
import type { Split } from "./retention/split-units";

export type ComparedGroupDto = {
  /** The recorded value, or the segment's id; null is "not recorded". */
  key: string | null;
  name: string | null;
  accounts: number;
  tile: TileDto | null;
  /** Against all the other accounts, in the measure's unit; null where it cannot be told. */
  difference: number | null;
  /** What a test said, corrected for there being many; null where none was made. */
  isReal: boolean | null;
};

export type ComparisonDto = {
  currency: Currency;
  filter: FilterDto;
  freshness: FreshnessDto;
  coverage: CoverageDto;
  measure: MeasureKey;
  split: Split;
  /** Measures that suit the data, in the overview's order. */
  measures: MeasureKey[];
  all: TileDto | null;
  groups: ComparedGroupDto[];
  /** Of the measure chosen; the others say how groups are told apart. */
  definitionKey: string | null;
  definitions: DefinitionDto[];
};

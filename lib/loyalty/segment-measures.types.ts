import type { DefinitionDto, MeasureKey, TileDto } from "./figures.types";

export type SegmentMeasureDto = {
  key: MeasureKey;
  /** Of the segment; null where its data do not suit the measure. */
  own: TileDto | null;
  all: TileDto;
  /** Against the accounts that are not in the segment; null where it cannot be told. */
  difference: number | null;
  /** What a test said, corrected for there being many measures; null where none was made. */
  isReal: boolean | null;
};

/** Every measure of a segment beside that of all accounts. */
export type SegmentMeasuresDto = {
  currency: string;
  asOf: string;
  accounts: number;
  measures: SegmentMeasureDto[];
  definitions: DefinitionDto[];
};

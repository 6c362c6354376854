import type { RevenueBridge } from "@/lib/metrics";
import type { EstimateDto } from "./estimate-dto";
import type { DefinitionDto } from "./figures.types";
import type { FilterDto } from "./overview.types";

/** Net and gross at one close, with their doubt. */
export type RetentionPointDto = { day: string; gross: EstimateDto; net: EstimateDto };

export type RetentionDto = {
  currency: string;
  filter: FilterDto;
  /** From the revenue of a year ago to that of today; null where nobody was a customer a year ago. */
  bridge: RevenueBridge | null;
  /** Closes of quarters, oldest first, the as-of date last. */
  points: RetentionPointDto[];
  definitions: DefinitionDto[];
};

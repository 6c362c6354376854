import type { FilterDto } from "@/lib/loyalty/overview.types";

type Compared = Pick<FilterDto, "compareTo" | "usualCompare">;

/**
 * The date to compare with as an address has it. The usual one is not named: it goes along with another
 * as-of date, and only a chosen one stays.
 */
export function comparedDate({ compareTo, usualCompare }: Compared): string | undefined {
  return compareTo === usualCompare ? undefined : compareTo;
}

import type { FilterDto } from "@/lib/loyalty/overview.types";

/** A page's filters as an address has them; the newest date is not named, so that it means today. */
export function filterQuery({ segment, owner, asOf, dates, currency }: FilterDto) {
  return {
    segment: segment?.id,
    owner: owner?.id,
    asOf: asOf === dates[0] ? undefined : asOf,
    currency: typeof currency === "string" ? undefined : currency.code,
  };
}

/** The same with its date, whichever it is. */
export function datedQuery(filter: FilterDto) {
  return { ...filterQuery(filter), asOf: filter.asOf };
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The address' parameters as plain strings; of a repeated one the first. */
export async function readParams(
  params: SearchParams,
): Promise<Record<string, string | undefined>> {
  const entries = Object.entries(await params).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(entries);
}

/** Filter and period of an address. A comparison that is not earlier any more falls back to the usual one. */
export function viewOf(params: Record<string, string | undefined>) {
  const { segment, owner, asOf, compareTo, currency, worklist, grow, cuts } = params;
  const isEarlier = !asOf || !compareTo || compareTo < asOf;
  return {
    segmentId: segment,
    ownerId: owner,
    asOf,
    currency,
    compareTo: isEarlier ? compareTo : undefined,
    allLines: worklist === "all",
    allRoom: grow === "all",
    withCuts: cuts === "all",
  };
}

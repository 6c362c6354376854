import { checkWholeBetween } from "../core/check";

export type PlacedRow = {
  readonly size: string;
  readonly region: string;
  readonly isLoyal: boolean;
};

/** Accounts of one size, of one region of it or of several put together. */
export type SizeRegionStratum = {
  readonly key: string;
  readonly size: string;
  /** Ascending. */
  readonly regions: readonly string[];
  /** Every region of the size is in it. */
  readonly isWhole: boolean;
};

type Counts = { loyal: number; lessLoyal: number };

function countByRegion(rows: readonly PlacedRow[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { region, isLoyal } of rows) {
    const own = counts.get(region) ?? { loyal: 0, lessLoyal: 0 };
    own[isLoyal ? "loyal" : "lessLoyal"] += 1;
    counts.set(region, own);
  }
  return counts;
}

/** Regions that can be compared alone, and the others together; all in one where those still cannot. */
function groupsOf(counts: ReadonlyMap<string, Counts>, fewestLoyal: number): string[][] {
  const regions = [...counts.keys()].sort();
  const isEnough = ({ loyal, lessLoyal }: Counts) => loyal >= fewestLoyal && lessLoyal > 0;
  const alone = regions.filter((region) => isEnough(counts.get(region) as Counts));
  const rest = regions.filter((region) => !alone.includes(region));
  if (rest.length === 0) return alone.map((region) => [region]);
  const together = { loyal: 0, lessLoyal: 0 };
  for (const region of rest) {
    together.loyal += counts.get(region)?.loyal ?? 0;
    together.lessLoyal += counts.get(region)?.lessLoyal ?? 0;
  }
  const isLost = together.lessLoyal > 0 && together.loyal < fewestLoyal;
  return isLost ? [regions] : [...alone.map((region) => [region]), rest];
}

/**
 * Strata of size and region for the potential: which accounts are of one kind, and still enough of them?
 *
 * Formula: a region of a size stands alone where it has enough loyal and any less loyal accounts; the
 * others of that size are put together, and where those have less loyal accounts but too few loyal ones,
 * the whole size is one stratum.
 *
 * @param rows one row per account of known state
 * @param fewestLoyal how many loyal accounts make a stratum comparable
 * @returns the strata by size and region, and the stratum of a row by its key
 * Empty: no strata.
 * @throws RangeError when the minimum is not a whole number from 1 on
 * @source Cochran (1968), Biometrics 24, on how fine strata may be
 * @example sizeRegionStrata([{ size: "large", region: "DK", isLoyal: true }], 1).strata.length // => 1
 */
export function sizeRegionStrata(
  rows: readonly PlacedRow[],
  fewestLoyal: number,
): {
  strata: readonly SizeRegionStratum[];
  keyOf: (row: Pick<PlacedRow, "size" | "region">) => string;
} {
  checkWholeBetween(fewestLoyal, 1, 1_000_000, "fewestLoyal");
  const sizes = [...new Set(rows.map(({ size }) => size))].sort();
  const strata = sizes.flatMap((size) => {
    const counts = countByRegion(rows.filter((row) => row.size === size));
    return groupsOf(counts, fewestLoyal).map((regions) => ({
      key: JSON.stringify([size, ...regions]),
      size,
      regions,
      isWhole: regions.length === counts.size,
    }));
  });
  const placed = new Map(
    strata.flatMap(({ key, size, regions }) =>
      regions.map((region) => [JSON.stringify([size, region]), key] as const),
    ),
  );
  return { strata, keyOf: ({ size, region }) => placed.get(JSON.stringify([size, region])) ?? "" };
}

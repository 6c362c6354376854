import { checkCount, checkNonNegative } from "../core/check";
import { compareText } from "../core/compare-text";
import { fewestForStatistic } from "../core/few-answers";
import { median } from "../core/order-statistics";

export type TypeSpend = { readonly type: string; readonly yearlyMinor: number };

export type WhiteSpaceAccount = {
  /** Only accounts of one size band are compared; null where the size is not known. */
  readonly sizeBand: string | null;
  /** Yearly spend per product type; a type with nothing spent is not owned. */
  readonly spend: readonly TypeSpend[];
};

export type Gap = {
  readonly type: string;
  /** Median yearly spend of the owners of that type in the same size band. */
  readonly typicalMinor: number;
  readonly owners: number;
};

/**
 * White space: which product types does an account lack, and what do accounts of its size spend on them?
 *
 * Formula: for each type the account does not own, the median yearly spend of the owners of that type
 * in the same size band, where there are at least 10 of them. Typical, not promised.
 *
 * @param accounts one row per account: size band, and yearly spend per product type in one currency
 * @param options minimumOwners: fewest owners a median may rest on, 10 by default
 * @returns per account, in the given order, its gaps, the largest first
 * Empty: an account of unknown size, or without a gap that enough others fill, has none.
 * @throws RangeError when spend is negative or not finite, or a type stands twice, naming account and
 *   row, or minimumOwners is not whole and above 0
 * @source Holdfast's own construct
 * @example whiteSpace([{ sizeBand: "L", spend: [{ type: "pumps", yearlyMinor: 80 }] }, { sizeBand: "L", spend: [] }], { minimumOwners: 1 }) // => [[], [{ type: "pumps", typicalMinor: 80, owners: 1 }]]
 */
export function whiteSpace(
  accounts: readonly WhiteSpaceAccount[],
  options: { readonly minimumOwners?: number } = {},
): Gap[][] {
  const { minimumOwners = fewestForStatistic } = options;
  if (checkCount(minimumOwners, "minimumOwners") === 0)
    throw new RangeError("minimumOwners must be above 0");
  const owned = accounts.map(({ spend }, account) => ownedTypes(spend, `accounts[${account}]`));
  const typical = typicalByBand(accounts, owned, minimumOwners);
  return accounts.map(({ sizeBand }, account) =>
    (typical.get(sizeBand) ?? []).filter(({ type }) => !owned[account]?.has(type)),
  );
}

function ownedTypes(spend: readonly TypeSpend[], name: string): Map<string, number> {
  const owned = new Map<string, number>();
  const named = new Set<string>();
  spend.forEach(({ type, yearlyMinor }, index) => {
    checkNonNegative(yearlyMinor, `${name}.spend[${index}].yearlyMinor`);
    if (named.has(type)) throw new RangeError(`${name}.spend[${index}].type ${type} stands twice`);
    named.add(type);
    if (yearlyMinor > 0) owned.set(type, yearlyMinor);
  });
  return owned;
}

function typicalByBand(
  accounts: readonly WhiteSpaceAccount[],
  owned: readonly Map<string, number>[],
  minimumOwners: number,
): Map<string | null, Gap[]> {
  const bands = new Map<string, Map<string, number>[]>();
  accounts.forEach(({ sizeBand }, account) => {
    if (sizeBand === null) return;
    const own = owned[account] as Map<string, number>;
    const members = bands.get(sizeBand);
    if (members) members.push(own);
    else bands.set(sizeBand, [own]);
  });
  return new Map([...bands].map(([band, members]) => [band, typicalOf(members, minimumOwners)]));
}

function typicalOf(members: readonly Map<string, number>[], minimumOwners: number): Gap[] {
  const spendsOf = new Map<string, number[]>();
  for (const own of members)
    for (const [type, minor] of own) {
      const spends = spendsOf.get(type);
      if (spends) spends.push(minor);
      else spendsOf.set(type, [minor]);
    }
  return [...spendsOf]
    .sort(([a], [b]) => compareText(a, b))
    .map(([type, spends]) => ({
      type,
      typicalMinor: median(spends) ?? 0,
      owners: spends.length,
    }))
    .filter(({ owners }) => owners >= minimumOwners)
    .sort((a, b) => b.typicalMinor - a.typicalMinor);
}

import { checkCount, checkNonNegative, isNonNegative } from "../core/check";
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
  options: WhiteSpaceOptions = {},
): Gap[][] {
  const typical = typicalSpend(accounts, options);
  return accounts.map((account) => gapsOf(account, typical));
}

export type WhiteSpaceOptions = { readonly minimumOwners?: number };

/** Per size band the product types that enough of its accounts own, the largest typical spend first. */
export type TypicalSpend = ReadonlyMap<string | null, readonly Gap[]>;

/**
 * Typical spend: what do accounts of a size spend on a product type?
 *
 * Formula: per size band and type the median yearly spend of its owners, where there are at least 10 of them.
 *
 * @param accounts one row per account: size band, and yearly spend per product type in one currency
 * @param options minimumOwners: fewest owners a median may rest on, 10 by default
 * @returns per size band its types, money in minor units of that currency
 * Empty: no band where no type has so many owners.
 * @throws RangeError as `whiteSpace`
 * @source Holdfast's own construct
 * @example typicalSpend([{ sizeBand: "L", spend: [{ type: "pumps", yearlyMinor: 80 }] }], { minimumOwners: 1 }).get("L") // => [{ type: "pumps", typicalMinor: 80, owners: 1 }]
 */
export function typicalSpend(
  accounts: readonly WhiteSpaceAccount[],
  options: WhiteSpaceOptions = {},
): TypicalSpend {
  const { minimumOwners = fewestForStatistic } = options;
  if (checkCount(minimumOwners, "minimumOwners") === 0)
    throw new RangeError("minimumOwners must be above 0");
  accounts.forEach(({ spend }, account) => {
    if (!isGood(spend)) checkSpend(spend, `accounts[${account}]`);
  });
  return typicalByBand(accounts, minimumOwners);
}

/**
 * Gaps of an account: which product types does it lack that others of its size own?
 *
 * Formula: of the types that are typical in its size band those it does not own.
 *
 * @param account size band, and yearly spend per product type
 * @param typical as `typicalSpend` gives it
 * @returns its gaps, the largest first
 * Empty: none for an account of unknown size.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example gapsOf({ sizeBand: "L", spend: [] }, new Map([["L", [{ type: "pumps", typicalMinor: 80, owners: 10 }]]])).length // => 1
 */
export function gapsOf({ sizeBand, spend }: WhiteSpaceAccount, typical: TypicalSpend): Gap[] {
  return (typical.get(sizeBand) ?? []).filter(({ type }) => !owns(spend, type));
}

function owns(spend: readonly TypeSpend[], type: string): boolean {
  return spend.some((own) => own.type === type && own.yearlyMinor > 0);
}

function isGood(spend: readonly TypeSpend[]): boolean {
  for (let at = 0; at < spend.length; at += 1) {
    const { type, yearlyMinor } = spend[at] as TypeSpend;
    if (!isNonNegative(yearlyMinor)) return false;
    for (let before = 0; before < at; before += 1)
      if ((spend[before] as TypeSpend).type === type) return false;
  }
  return true;
}

function checkSpend(spend: readonly TypeSpend[], name: string): void {
  const named = new Set<string>();
  spend.forEach(({ type, yearlyMinor }, index) => {
    checkNonNegative(yearlyMinor, `${name}.spend[${index}].yearlyMinor`);
    if (named.has(type)) throw new RangeError(`${name}.spend[${index}].type ${type} stands twice`);
    named.add(type);
  });
}

function typicalByBand(
  accounts: readonly WhiteSpaceAccount[],
  minimumOwners: number,
): Map<string | null, Gap[]> {
  const bands = new Map<string, (readonly TypeSpend[])[]>();
  for (const { sizeBand, spend } of accounts) {
    if (sizeBand === null) continue;
    const members = bands.get(sizeBand);
    if (members) members.push(spend);
    else bands.set(sizeBand, [spend]);
  }
  return new Map([...bands].map(([band, members]) => [band, typicalOf(members, minimumOwners)]));
}

function typicalOf(members: readonly (readonly TypeSpend[])[], minimumOwners: number): Gap[] {
  const spendsOf = new Map<string, number[]>();
  for (const own of members)
    for (const { type, yearlyMinor } of own) {
      if (yearlyMinor === 0) continue;
      const spends = spendsOf.get(type);
      if (spends) spends.push(yearlyMinor);
      else spendsOf.set(type, [yearlyMinor]);
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

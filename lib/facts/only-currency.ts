import type { AccountRow, TermRow } from "./account-rows";

/** The one currency of an account and its sites; null where there are several: their rates differ. */
export function onlyCurrency(
  members: readonly Pick<AccountRow, "currency">[],
  terms: readonly Pick<TermRow, "currency">[],
): string | null {
  const used = new Set([...members, ...terms].map(({ currency }) => currency));
  const [currency] = used;
  return used.size === 1 && currency !== undefined ? currency : null;
}

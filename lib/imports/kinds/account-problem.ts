import type { AccountRef } from "./resolve-accounts";

export function accountProblem(ref: AccountRef | undefined): string | null {
  if (ref === undefined)
    return "Account id names no account. Import the accounts first, or correct it.";
  if (ref === "ambiguous") {
    return "Account id fits several accounts. Use the id, with the source the account came from.";
  }
  return null;
}

/** Draws for an interval that has no formula of its own. */
export const DRAWS = { replicates: 300 } as const;

// Draws of a hundred thousand accounts take seconds, and from two thousand on they say what the formula
// for large numbers says.
const MANY = 2_000;

export function isMany(accounts: number): boolean {
  return accounts > MANY;
}

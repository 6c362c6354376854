/** All accounts, and segments of the demo as SQL sees them. */
const ALL = { name: null, where: "true" } as const;
const LARGE = { name: "Large customers", where: "u.size_band = '250+'" } as const;
const FISH_FARMS = {
  name: "Norwegian fish farms",
  where: "u.country = 'NO' AND u.industry = 'Fish farming'",
} as const;
/** All of it is in kroner. */
const HEAT_AND_WATER = {
  name: "Danish heat and water",
  where: "u.country = 'DK' AND u.industry IN ('District heating', 'Water utility')",
} as const;

export const WITH_FISH_FARMS = [ALL, LARGE, FISH_FARMS] as const;
export const WITH_HEAT_AND_WATER = [ALL, LARGE, HEAT_AND_WATER] as const;

/**
 * Deciding accounts of a selection: sites of a parent that decides for them are one with it.
 * @param more of the deciding account `u`, with a comma before it
 */
export function unitsSql(where: string, more = ""): string {
  return `units AS (
  SELECT a.id AS account_id, u.id AS unit_id, u.name AS unit${more}
  FROM account a
  LEFT JOIN account p ON p.workspace_id = a.workspace_id AND p.id = a.parent_id AND p.decides_for_sites
  JOIN account u ON u.workspace_id = a.workspace_id AND u.id = coalesce(p.id, a.id)
  WHERE a.workspace_id = $1 AND a.archived_at IS NULL AND a.merged_into_id IS NULL AND (${where}))`;
}

/** Kroner for one of a currency, as they stood before a day. */
export function kronerSql(before: string): string {
  return `rates AS (
  SELECT DISTINCT ON (code) code, per_eur FROM currency_rate
  WHERE date < DATE '${before}' ORDER BY code, date DESC),
kroner AS (
  SELECT c.code, d.per_eur / c.per_eur AS factor
  FROM (SELECT code, per_eur FROM rates UNION SELECT 'EUR', 1) c, rates d WHERE d.code = 'DKK')`;
}

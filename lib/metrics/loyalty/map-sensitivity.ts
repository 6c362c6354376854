import { type AccountStanding, standAgain } from "./account-standing";
import { addPlaced, emptyMapSums } from "./map-sums";
import type { MapSums } from "./map-types";
import { type SensitivityCut, sensitivityCuts } from "./sensitivity-cuts";
import { defaultLoyaltySettings } from "./settings";
import type { AccountHistory, LoyaltySettings } from "./types";

export type StandingRow = {
  readonly history: AccountHistory;
  readonly standing: AccountStanding;
};

export type MapSensitivity = {
  readonly asIs: MapSums;
  readonly cuts: readonly (Pick<SensitivityCut, "key" | "label"> & { readonly sums: MapSums })[];
};

/**
 * Map sensitivity: how much of the map hangs on its conventions?
 *
 * Formula: each account is placed again under one changed cut at a time, everything else as it stands,
 * and its running revenue summed by state again.
 *
 * @param rows per account its history and its standing (or assessment) at one day under `settings`
 * @param settings the settings under which the standings were computed
 * @param cuts what is changed, one after the other; all of `sensitivityCuts` by default
 * @returns sums by state in minor units, as they stand and under each cut
 * Empty: zero accounts and zero revenue everywhere.
 * @throws RangeError when the standings are of different days
 * @source Saltelli et al., Global Sensitivity Analysis: The Primer (2008), one at a time; Holdfast's own construct
 * @example mapSensitivity([]).asIs.states.passive // => { accounts: 0, revenueMinor: 0 }
 */
export function mapSensitivity(
  rows: readonly StandingRow[],
  settings: LoyaltySettings = defaultLoyaltySettings,
  cuts: readonly SensitivityCut[] = sensitivityCuts(settings),
): MapSensitivity {
  const asIs = emptyMapSums();
  const again = cuts.map((cut) => ({
    ...cut,
    changed: { ...settings, ...cut.settings },
    sums: emptyMapSums(),
  }));
  for (const { history, standing } of rows) {
    if (standing.asOfDay !== rows[0]?.standing.asOfDay)
      throw new RangeError(`account ${standing.accountId} was placed on another day`);
    addPlaced(asIs, standing, settings.line);
    for (const { changed, moves, sums } of again)
      addPlaced(sums, standAgain(history, standing, changed, moves), settings.line);
  }
  return { asIs, cuts: again.map(({ key, label, sums }) => ({ key, label, sums })) };
}

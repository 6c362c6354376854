import {
  dynamicsAccounts,
  dynamicsContacts,
  dynamicsDeals,
  hubSpotAccounts,
  hubSpotContacts,
  hubSpotDeals,
  salesforceAccounts,
  salesforceContacts,
  salesforceDeals,
} from "./crm";
import { fitsPreset, type MappingPreset } from "./preset";
import { superstoreAccounts, superstorePurchases } from "./superstore";
import { customerGauge, delighted, npsSheet } from "./survey-tools";

/** Those that are surer of their file first: the first that fits is proposed. */
const ALL_PRESETS: readonly MappingPreset[] = [
  superstoreAccounts,
  superstorePurchases,
  customerGauge,
  delighted,
  npsSheet,
  dynamicsAccounts,
  dynamicsContacts,
  dynamicsDeals,
  hubSpotAccounts,
  hubSpotContacts,
  hubSpotDeals,
  salesforceAccounts,
  salesforceContacts,
  salesforceDeals,
];

/** What the file looks like, as files of this kind. */
export function fittingPresets(kind: string, headers: readonly string[]): MappingPreset[] {
  return ALL_PRESETS.filter((preset) => preset.kind === kind && fitsPreset(preset, headers));
}

/** What a file looks like that does not look like one of the kind it was uploaded as. */
export function presetOfOtherKind(
  kind: string,
  headers: readonly string[],
): MappingPreset | undefined {
  return ALL_PRESETS.find((preset) => preset.kind !== kind && fitsPreset(preset, headers));
}

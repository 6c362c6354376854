import type { MappingPreset } from "./preset";
import { superstoreAccounts, superstorePurchases } from "./superstore";

const ALL_PRESETS: readonly MappingPreset[] = [superstoreAccounts, superstorePurchases];

export function findPreset(kind: string, headers: readonly string[]): MappingPreset | undefined {
  return ALL_PRESETS.find(
    (preset) => preset.kind === kind && preset.headers.every((name) => headers.includes(name)),
  );
}

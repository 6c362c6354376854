import { decimalsFor, formatChange } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { GrowthDto, GrowthSource, RangeDto, SourceDto } from "@/lib/loyalty/growth.types";

const DECIMALS = 1;

/** Below half of the new revenue recorded, the range says more about the records than about growth. */
const ENOUGH_KNOWN = 0.5;

export function isTooUnknown({ knownShare }: Pick<GrowthDto, "knownShare">): boolean {
  return knownShare !== null && knownShare < ENOUGH_KNOWN;
}

export function changeWords(value: number, locale: string, decimals = DECIMALS): string {
  return formatChange(value, locale, decimals);
}

/** What the interval leaves of the decimals; without one the range is counted, not estimated. */
export function decimalsOf({ low, high }: Pick<RangeDto, "low" | "high">): number {
  return low === null || high === null ? DECIMALS : decimalsFor((high - low) * 50);
}

/** "+2.4 % to +5.1 %", or the one where both are it. */
export function rangeWords(range: RangeDto, locale: string) {
  const decimals = decimalsOf(range);
  const [from, to] = [
    changeWords(range.least, locale, decimals),
    changeWords(range.most, locale, decimals),
  ];
  return from === to ? from : staffWords(locale, "growth")("range", { least: from, most: to });
}

export function sourceName(source: GrowthSource, locale: string): string {
  if (source === "wonBack") return staffWords(locale, "growth")("sources.wonBack");
  return staffWords(locale, "segments")(`acquiredBy.${source}`);
}

export function kindWord({ isEarned }: Pick<SourceDto, "isEarned">, locale: string): string {
  const t = staffWords(locale, "growth");
  if (isEarned === null) return t("kinds.unknown");
  return t(isEarned ? "kinds.earned" : "kinds.bought");
}

import { DEFINITION_TEXTS } from "@/lib/i18n/definition-texts";
import { toLanguage } from "@/lib/i18n/languages";
import { measureDefinitions } from "@/lib/metrics";
import type { DefinitionDto } from "./figures.types";

/**
 * "How is this computed", in the words of the formulas themselves. Their examples stay behind: they
 * name invented accounts, and a page names no account that is not its workspace's.
 */
export function definitionsOf(keys: readonly string[], locale: string): DefinitionDto[] {
  const wanted = new Set(keys);
  const language = toLanguage(locale) ?? "en";
  const texts = language === "en" ? {} : DEFINITION_TEXTS[language];
  return measureDefinitions
    .filter(({ key }) => wanted.has(key))
    .map((definition) => {
      const { example: _, ...said } = { ...definition, ...texts[definition.key] };
      return { ...said, empty: null };
    });
}

export const MAP_DEFINITIONS = [
  "mapTotals",
  "loyaltyState",
  "behaviourScore",
  "keptRevenue",
  "orderRhythm",
  "personScore",
  "accountAttitude",
  "runningRevenue",
  "loyaltyMovement",
  "mapSensitivity",
] as const;

export const LIST_DEFINITIONS = [
  "worklist",
  "revenueAtRisk",
  "lossShares",
  "growList",
  "roomToGrow",
] as const;

export const ACCOUNT_DEFINITIONS = [
  ...MAP_DEFINITIONS,
  ...LIST_DEFINITIONS,
  "hearing",
  "renewalSignal",
  "engagementIndex",
  "walletShare",
] as const;

import { countryName } from "@/lib/format/country-name";
import { staffWords } from "@/lib/i18n/staff-words";
import type { Split } from "@/lib/loyalty/retention/split-units";

const SOURCES = ["referral", "repeat_person", "inbound", "bought"] as const;

/** What a group of accounts is called: a segment's name, a country, a size as it was recorded. */
export function groupName(
  { key, name }: { key: string | null; name: string | null },
  split: Split,
  locale: string,
): string {
  const t = staffWords(locale, "retention");
  if (name !== null) return name;
  if (key === null) return t("groups.notRecorded");
  if (split === "country") return countryName(key, locale);
  if (split === "kind") return key === "contracts" ? t("groups.contracts") : t("groups.orders");
  const source = SOURCES.find((known) => known === key);
  return split === "source" && source
    ? staffWords(locale, "segments")(`acquiredBy.${source}`)
    : key;
}

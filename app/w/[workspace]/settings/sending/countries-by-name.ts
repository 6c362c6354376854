import { countryName } from "@/lib/format/country-name";

const USUAL = ["DK", "FI", "IS", "NO", "SE"];

/** The Nordic countries, then the others that have a manner of their own; each by its name. */
export function countriesByName(
  codes: readonly string[],
  locale: string,
): { code: string; name: string }[] {
  const { compare } = new Intl.Collator(locale);
  const named = (list: readonly string[]) =>
    list
      .map((code) => ({ code, name: countryName(code, locale) }))
      .sort((a, b) => compare(a.name, b.name));
  return [...named(USUAL), ...named(codes.filter((code) => !USUAL.includes(code)))];
}

const LOCALES = ["en", "da", "sv", "nb", "fi", "de"] as const;
const ALSO: readonly (readonly [string, string])[] = [
  ["usa", "US"],
  ["u.s.", "US"],
  ["united states of america", "US"],
  ["uk", "GB"],
  ["england", "GB"],
  ["great britain", "GB"],
  ["holland", "NL"],
  ["the netherlands", "NL"],
  ["czech republic", "CZ"],
];
const NOT_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

function letters(): string[] {
  return Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
}

function makeIndex(): { codes: Set<string>; byName: Map<string, string> } {
  const codes = new Set<string>();
  const byName = new Map<string, string>();
  for (const locale of LOCALES) {
    const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    for (const code of letters().flatMap((a) => letters().map((b) => a + b))) {
      const name = names.of(code);
      if (name === undefined || NOT_COUNTRIES.has(code)) continue;
      codes.add(code);
      if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), code);
    }
  }
  for (const [name, code] of ALSO) byName.set(name, code);
  return { codes, byName };
}

let index: ReturnType<typeof makeIndex> | undefined;

/** ISO 3166 code of a code or a name as written in the Nordic languages, English or German. */
export function parseCountry(text: string): string | null {
  index ??= makeIndex();
  const trimmed = text.trim();
  const code = trimmed.toUpperCase();
  if (index.codes.has(code) && code !== "UK") return code;
  return index.byName.get(trimmed.toLowerCase()) ?? null;
}

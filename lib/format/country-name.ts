const names = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  names.set(locale, made);
  return made;
}

/** "Denmark" for "DK", in the reader's language; what is no code of a country stays as it was written. */
export function countryName(code: string, locale: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return namesIn(locale).of(code) ?? code;
}

const LOCALES = ["en", "da", "sv", "nb", "fi", "de"] as const;
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

/** What a month is called alone and beside a day, in full and short. */
function namesOf(locale: string, date: Date): string[] {
  return (["long", "short"] as const).flatMap((month) => {
    const alone = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" }).format(date);
    const beside = new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC" });
    const parts = beside.formatToParts(date).filter(({ type }) => type === "month");
    return [alone, ...parts.map(({ value }) => value)].map(plain);
  });
}

function makeIndex(): Map<string, string> {
  const byName = new Map<string, string>();
  MONTHS.forEach((date, index) => {
    const number = String(index + 1).padStart(2, "0");
    for (const locale of LOCALES)
      for (const name of namesOf(locale, date)) byName.set(name, number);
    const english = plain(new Intl.DateTimeFormat("en", { month: "long" }).format(date));
    byName.set(english.slice(0, 3), number);
  });
  byName.set("sept", "09");
  return byName;
}

let index: Map<string, string> | undefined;

/** '01' to '12' of a month's name in the Nordic languages, English or German, in full or short. */
export function monthNumber(name: string): string | null {
  index ??= makeIndex();
  return index.get(plain(name)) ?? null;
}

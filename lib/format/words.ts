/** The few words that belong to numbers and dates, by language; sentences stand in lib/i18n. */
type FormatWords = {
  notAvailable: string;
  thousand: string;
  million: string;
  billion: string;
  /** "Q3 2026" */
  quarter: (quarter: number) => string;
  /** Between the first and the last day of a period. */
  until: string;
  today: string;
  tomorrow: string;
  daysLeft: (days: number) => string;
  daysOverdue: (days: number) => string;
};

// Short forms as CLDR has them for each language; "n/a" is how its authorities abbreviate "no data".
const WORDS = {
  en: {
    notAvailable: "n/a",
    thousand: "k",
    million: "m",
    billion: "bn",
    quarter: (quarter) => `Q${quarter}`,
    until: "to",
    today: "today",
    tomorrow: "tomorrow",
    daysLeft: (days) => `${days} days`,
    daysOverdue: (days) => (days === 1 ? "1 day overdue" : `${days} days overdue`),
  },
  da: {
    notAvailable: "i.t.",
    thousand: "t.",
    million: "mio.",
    billion: "mia.",
    quarter: (quarter) => `${quarter}. kvt.`,
    until: "til",
    today: "i dag",
    tomorrow: "i morgen",
    daysLeft: (days) => `${days} dage`,
    daysOverdue: (days) => (days === 1 ? "1 dag over tiden" : `${days} dage over tiden`),
  },
  sv: {
    notAvailable: "saknas",
    thousand: "tn",
    million: "mn",
    billion: "md",
    quarter: (quarter) => `kv ${quarter}`,
    until: "till",
    today: "i dag",
    tomorrow: "i morgon",
    daysLeft: (days) => `${days} dagar`,
    daysOverdue: (days) => (days === 1 ? "1 dag försenad" : `${days} dagar försenad`),
  },
  nb: {
    notAvailable: "i.t.",
    thousand: "k",
    million: "mill.",
    billion: "mrd.",
    quarter: (quarter) => `${quarter}. kv.`,
    until: "til",
    today: "i dag",
    tomorrow: "i morgen",
    daysLeft: (days) => `${days} dager`,
    daysOverdue: (days) => (days === 1 ? "1 dag over tiden" : `${days} dager over tiden`),
  },
  fi: {
    notAvailable: "ei tietoa",
    thousand: "t.",
    million: "milj.",
    billion: "mrd.",
    quarter: (quarter) => `Q${quarter}`,
    until: "–",
    today: "tänään",
    tomorrow: "huomenna",
    daysLeft: (days) => `${days} päivää`,
    daysOverdue: (days) => (days === 1 ? "1 päivä myöhässä" : `${days} päivää myöhässä`),
  },
} satisfies Record<string, FormatWords>;

/** A language we have no words in reads English. */
export function formatWords(locale: string): FormatWords {
  const language = locale.slice(0, 2).toLowerCase();
  const known = language === "no" || language === "nn" ? "nb" : language;
  return known in WORDS ? WORDS[known as keyof typeof WORDS] : WORDS.en;
}

/** Said instead of a figure that does not exist; never 0. */
export function notAvailable(locale: string): string {
  return formatWords(locale).notAvailable;
}

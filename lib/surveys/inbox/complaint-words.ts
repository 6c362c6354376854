import { LANGUAGES, type Language } from "@/lib/i18n/languages";

/** Beginnings of words that complaints are made of, per language; a space stands for any gap. */
export const COMPLAINT_WORDS: Record<Language, readonly string[]> = {
  en: [
    "complain",
    "unacceptable",
    "refund",
    "compensation",
    "lawyer",
    "breach of contract",
    "terminate",
    "cancel our",
    "cancel the contract",
    "never again",
    "fed up",
  ],
  da: [
    "klage",
    "klagede",
    "reklam",
    "uacceptabel",
    "erstatning",
    "kompensation",
    "advokat",
    "opsige",
    "opsagt",
    "aldrig igen",
    "utilfreds",
  ],
  sv: [
    "klaga",
    "klagom",
    "reklam",
    "oacceptabel",
    "ersättning",
    "kompensation",
    "advokat",
    "säga upp",
    "säger upp",
    "aldrig mer",
    "missnöjd",
  ],
  nb: [
    "klage",
    "klaget",
    "reklam",
    "uakseptabel",
    "erstatning",
    "kompensasjon",
    "advokat",
    "si opp",
    "sier opp",
    "aldri igjen",
    "misfornøyd",
  ],
  fi: [
    "valittaa",
    "valitan",
    "valitus",
    "valituks",
    "reklamaati",
    "hyvityst",
    "korvaus",
    "korvauks",
    "asianajaja",
    "juristi",
    "irtisano",
    "ei enää koskaan",
    "tyytymätön",
  ],
};

/** Sentences that say the opposite with the same words; taken out before looking. */
const DENIALS: Record<Language, readonly string[]> = {
  en: [
    "no complaint",
    "without complaint",
    "nothing to complain",
    "can't complain",
    "cannot complain",
  ],
  da: ["ingen klage", "intet at klage", "ikke noget at klage", "ikke utilfreds"],
  sv: ["inga klagomål", "inget att klaga", "inte missnöjd"],
  nb: ["ingen klage", "ingenting å klage", "ikke noe å klage", "ikke misfornøyd"],
  fi: ["ei valitta", "ei ole valitta", "en valita", "ei reklamaati"],
};

function anyOf(words: Record<Language, readonly string[]>): RegExp {
  const all = LANGUAGES.flatMap((language) => words[language]);
  const parts = [...new Set(all)].map((word) => word.replaceAll(" ", "\\s+"));
  return new RegExp(`(?<!\\p{L})(?:${parts.join("|")})`, "giu");
}

const COMPLAINT = anyOf(COMPLAINT_WORDS);
const DENIAL = anyOf(DENIALS);

/** People write in the language they like, whatever they were asked in: every list is looked through. */
export function hasComplaintWords(comment: string | null): boolean {
  if (comment === null) return false;
  const told = comment.normalize("NFC").replaceAll("’", "'").replace(DENIAL, " ");
  return told.search(COMPLAINT) !== -1;
}

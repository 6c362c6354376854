import { LANGUAGES, type Language } from "@/lib/i18n/languages";

// Praise of oneself and calls to buy, as words begin. The first lists are the standard's own; prizes,
// discounts and the Finnish word for pride are added. Danish Consumer Ombudsman, cases 16/06125 and
// 10/09158: a survey mail needs no consent while it neither praises the sender nor sells.
const FORBIDDEN: Record<Language, readonly string[]> = {
  en: [
    "better",
    "value",
    "important to us",
    "thank you for being",
    "proud",
    "leading",
    "prize",
    "reward",
    "discount",
    "gift",
    "win ",
  ],
  da: [
    "bedre",
    "værdsætter",
    "vigtig for os",
    "vigtige for os",
    "stolt",
    "førende",
    "præmie",
    "belønning",
    "rabat",
    "gave",
    "vind ",
  ],
  sv: [
    "bättre",
    "värdesätter",
    "viktig för oss",
    "viktiga för oss",
    "stolt",
    "ledande",
    "vinst",
    "belöning",
    "rabatt",
    "gåva",
    "vinn ",
  ],
  nb: [
    "bedre",
    "setter pris på",
    "viktig for oss",
    "viktige for oss",
    "stolt",
    "ledende",
    "premie",
    "belønning",
    "rabatt",
    "gave",
    "vinn ",
  ],
  fi: [
    "parempi",
    "arvostamme",
    "tärkeä meille",
    "tärkeitä meille",
    "johtava",
    "ylpe",
    "palkinto",
    "palkintoja",
    "alennus",
    "lahja",
    "voita ",
  ],
};

const WORDS = LANGUAGES.flatMap((language) => FORBIDDEN[language].map((word) => word));
const ANY_WORD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...new Set(WORDS)].join("|")})`, "iu");
const LINK =
  /https?:|www\.|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+\.(?:com|net|org|io|eu|dk|se|no|fi)(?![\p{L}\p{N}])/iu;

export type NeutralProblem = { kind: "word" | "link"; found: string };

/**
 * What a survey's own words may not say in a neutral mail. All five lists are looked at in every
 * language: a Danish mail may carry an English slogan. Names filled in later are not words of ours.
 */
export function neutralProblem(text: string): NeutralProblem | null {
  const bare = `${text.replace(/\{\w+\}/g, " ")} `;
  const link = LINK.exec(bare)?.[0];
  if (link !== undefined) return { kind: "link", found: link.trim() };
  const word = ANY_WORD.exec(bare)?.[0];
  return word === undefined ? null : { kind: "word", found: word.trim() };
}

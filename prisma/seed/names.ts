import type { Generator } from "./generator";
import { type Country, FIRST, INDUSTRIES, LAST, type Language, PLACES } from "./name-lists";

export type CompanyName = { name: string; country: Country; industry: string };

/** Names that never repeat: every place is used with a word at most once. */
export function companyNames(random: Generator, wanted: Record<Country, number>): CompanyName[] {
  const names: CompanyName[] = [];
  for (const country of Object.keys(wanted) as Country[]) {
    const possible = PLACES[country].flatMap((place) =>
      INDUSTRIES.flatMap(({ name: industry, words, weight }) =>
        (words[country] ?? []).map((word) => ({
          name: `${place} ${word}`,
          country,
          industry,
          weight,
          place,
        })),
      ),
    );
    names.push(...drawNames(random, possible, wanted[country]));
  }
  return random.shuffled(names);
}

type Candidate = CompanyName & { weight: number; place: string };

function drawNames(random: Generator, possible: Candidate[], count: number): CompanyName[] {
  const places = new Set(possible.map(({ place }) => place)).size;
  const uses = new Map<string, number>();
  const drawn = new Map<string, CompanyName>();
  while (drawn.size < count) {
    const choice = random.weighted(possible.map((each) => [each, each.weight] as const));
    const used = uses.get(choice.place) ?? 0;
    if (drawn.has(choice.name) || used > drawn.size / places) continue;
    uses.set(choice.place, used + 1);
    drawn.set(choice.name, {
      name: choice.name,
      country: choice.country,
      industry: choice.industry,
    });
  }
  return [...drawn.values()];
}

/** A fish farm on the Norwegian coast. */
export function fishFarmNames(random: Generator, count: number): string[] {
  return random
    .shuffled(PLACES.NO)
    .slice(0, count)
    .map((place, index) => `${place} ${["Laks", "Sjømat", "Oppdrett"][index % 3]}`);
}

export function personName(random: Generator, language: Language): { first: string; last: string } {
  return { first: random.pick(FIRST[language]), last: random.pick(LAST[language]) };
}

/** 'Søren Bach', 'Grenaa Havn' -> 'soren.bach@grenaa-havn.example'. */
export function mailAddress(first: string, last: string, company: string): string {
  return `${plain(first, ".")}.${plain(last, ".")}@${plain(company, "-")}.example`;
}

function plain(text: string, gap: string): string {
  return text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/[^a-z0-9 ]/g, "")
    .trim()
    .replace(/ +/g, gap);
}

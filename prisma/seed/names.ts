import type { Generator } from "./generator";

// Invented companies: a place that is on no map, and a word for what is done there. Addresses end in
// .example, which no mail ever leaves for.

export type Country = "DK" | "SE" | "FI" | "NO" | "DE";
export type Language = "da" | "sv" | "fi" | "nb" | "de";

type Industry = {
  name: string;
  words: Partial<Record<Country, readonly string[]>>;
  weight: number;
};

export const LANGUAGE_OF: Record<Country, Language> = {
  DK: "da",
  SE: "sv",
  FI: "fi",
  NO: "nb",
  DE: "de",
};

export const REGIONS: Record<Country, readonly string[]> = {
  DK: ["Nordjylland", "Midtjylland", "Syddanmark", "Sjælland"],
  SE: ["Skåne", "Västra Götaland", "Norrland"],
  FI: ["Uusimaa", "Pohjanmaa", "Pirkanmaa"],
  NO: ["Vestlandet", "Østlandet", "Nord-Norge"],
  DE: ["Schleswig-Holstein", "Niedersachsen"],
};

const PLACES: Record<Country, readonly string[]> = {
  DK: [
    "Hjortebæk",
    "Nørrelund",
    "Vesterskov",
    "Ravnsholt",
    "Birkemose",
    "Klintebjerg",
    "Egelykke",
    "Strandhuse",
    "Mosevang",
    "Tornkær",
    "Lyngsted",
    "Kragelund Å",
    "Solbakke",
    "Aggerholm",
    "Bøgekær",
    "Fjordby",
    "Gammelvig",
    "Hesselmark",
    "Skovsende",
    "Tranemose",
    "Ulvedal",
    "Ydermark",
    "Ørnekær",
    "Åbrink",
    "Damsholm",
    "Elverkær",
    "Feldbæk",
    "Grønnemark",
    "Havrelund",
    "Isakær",
    "Jernbjerg",
    "Kirkemose",
    "Lindemark",
    "Møllevang",
    "Nattergal",
    "Oddekær",
    "Pilelund",
    "Rosenbæk",
    "Stenvad Mose",
    "Tjørnelund",
    "Uglemark",
    "Viborre",
    "Askelund",
    "Brohuse",
  ],
  SE: [
    "Granliden",
    "Björkvik",
    "Stensjöås",
    "Ekerum Norra",
    "Sandhamra",
    "Lövnäset",
    "Kvarnåsen",
    "Tallbacka",
    "Älvhult",
    "Åkerlunda",
    "Hammarsvik",
    "Furusjö",
    "Norrlida",
    "Rävmossa",
    "Vallaryd",
    "Ängsberga",
    "Dalskär",
    "Hästviken",
    "Klockeryd",
    "Mossängen",
  ],
  FI: [
    "Koivuranta",
    "Hiidenlampi",
    "Kuusikoski",
    "Järvelä Pohja",
    "Mäntykangas",
    "Ruskovesi",
    "Saarikorpi",
    "Tuuliniemi",
    "Valkeavirta",
    "Lepikkö",
    "Hirvisuo",
    "Kallioharju",
  ],
  NO: [
    "Lofthus Nes",
    "Skarvøy",
    "Breivågen",
    "Tindvik",
    "Havnesund",
    "Granlia",
    "Steinsdalen",
    "Storholmen",
    "Kvitvær",
    "Ytrefjord",
    "Lysøyra",
    "Hestvika Ytre",
    "Fjellmo",
    "Nordskjer",
    "Sildvågen",
    "Tareneset",
    "Marvika",
    "Oksvær",
    "Bjørkedal Sør",
    "Gråholmen",
  ],
  DE: [
    "Lindenhorst",
    "Moorbeck",
    "Wiesenau Nord",
    "Hagenkoog",
    "Birkenfurt",
    "Alsterkamp",
    "Seedorf Süd",
    "Eichenbruch",
  ],
};

const INDUSTRIES: readonly Industry[] = [
  {
    name: "Water utility",
    weight: 20,
    words: {
      DK: ["Vandværk", "Vand"],
      SE: ["Vatten"],
      FI: ["Vesi"],
      DE: ["Wasserwerk"],
      NO: ["Vannverk"],
    },
  },
  {
    name: "District heating",
    weight: 18,
    words: {
      DK: ["Fjernvarme", "Kraftvarme"],
      SE: ["Fjärrvärme"],
      FI: ["Lämpö"],
      DE: ["Fernwärme"],
    },
  },
  {
    name: "Dairy",
    weight: 13,
    words: { DK: ["Mejeri"], SE: ["Mejeri"], FI: ["Meijeri"], DE: ["Molkerei"], NO: ["Meieri"] },
  },
  {
    name: "Brewery",
    weight: 9,
    words: { DK: ["Bryggeri", "Bryghus"], SE: ["Bryggeri"], DE: ["Brauhaus"], NO: ["Bryggeri"] },
  },
  {
    name: "Food processing",
    weight: 14,
    words: {
      DK: ["Slagteri", "Konserves", "Frugt"],
      SE: ["Livsmedel", "Kvarn"],
      FI: ["Mylly"],
      DE: ["Konserven"],
      NO: ["Næringsmidler"],
    },
  },
  {
    name: "Pulp and paper",
    weight: 8,
    words: {
      SE: ["Papper", "Kartong"],
      FI: ["Paperi", "Kartonki"],
      DE: ["Papier"],
      DK: ["Emballage"],
    },
  },
  {
    name: "Cold storage",
    weight: 7,
    words: { DK: ["Kølehus", "Frost"], SE: ["Kyl"], DE: ["Kühlhaus"], NO: ["Frys"] },
  },
  {
    name: "Harbour and marine",
    weight: 8,
    words: { DK: ["Havn", "Værft"], SE: ["Varv"], NO: ["Verft"], FI: ["Telakka"], DE: ["Werft"] },
  },
];

export const FISH_FARMING = "Fish farming";

const FIRST: Record<Language, readonly string[]> = {
  da: [
    "Anne",
    "Bo",
    "Camilla",
    "Dorthe",
    "Erik",
    "Freja",
    "Gitte",
    "Henrik",
    "Inge",
    "Jens",
    "Kirsten",
    "Lars",
    "Maja",
    "Niels",
    "Oluf",
    "Pia",
    "Rasmus",
    "Signe",
    "Thomas",
    "Ulla",
  ],
  sv: [
    "Anders",
    "Birgitta",
    "Carl",
    "Ebba",
    "Fredrik",
    "Gunilla",
    "Håkan",
    "Ingrid",
    "Johan",
    "Karin",
    "Linnea",
    "Mats",
    "Nils",
    "Olle",
    "Petra",
    "Sven",
  ],
  fi: [
    "Aino",
    "Eero",
    "Heikki",
    "Iida",
    "Jukka",
    "Kaisa",
    "Leena",
    "Mikko",
    "Outi",
    "Pekka",
    "Riitta",
    "Sami",
    "Tuula",
    "Ville",
  ],
  nb: [
    "Astrid",
    "Bjørn",
    "Dag",
    "Eirik",
    "Gro",
    "Hanne",
    "Ivar",
    "Kari",
    "Leif",
    "Marit",
    "Odd",
    "Ragnhild",
    "Stein",
    "Tone",
  ],
  de: ["Anke", "Bernd", "Claudia", "Dieter", "Elke", "Frank", "Heike", "Jörg", "Katrin", "Uwe"],
};

const LAST: Record<Language, readonly string[]> = {
  da: [
    "Agerskov",
    "Bjerre",
    "Bundgaard",
    "Dalsgaard",
    "Ejlersen",
    "Foged",
    "Gravesen",
    "Hauge",
    "Iversen",
    "Kjeldsen",
    "Krog",
    "Lindhardt",
    "Mølgaard",
    "Nørby",
    "Overgaard",
    "Ravn",
    "Skytte",
    "Toft",
    "Ussing",
    "Vestergaard",
  ],
  sv: [
    "Almgren",
    "Boström",
    "Dahlin",
    "Ekman",
    "Forslund",
    "Gran",
    "Hedlund",
    "Kvist",
    "Lindahl",
    "Norell",
    "Sandell",
    "Tegnér",
    "Wallin",
    "Åhlén",
  ],
  fi: [
    "Aaltonen",
    "Hakala",
    "Jokinen",
    "Kettunen",
    "Lahti",
    "Mäkelä",
    "Niemi",
    "Pesonen",
    "Rantala",
    "Saarinen",
    "Tikka",
    "Vainio",
  ],
  nb: [
    "Aasen",
    "Bakke",
    "Dahlberg",
    "Enger",
    "Fossum",
    "Haugland",
    "Kvam",
    "Lunde",
    "Moen",
    "Rønning",
    "Solheim",
    "Tveit",
  ],
  de: [
    "Ahrens",
    "Brinkmann",
    "Claussen",
    "Dierks",
    "Harms",
    "Jessen",
    "Lorenzen",
    "Petersen",
    "Thomsen",
    "Wulf",
  ],
};

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

// Invented companies: a place that is on no map, and a word for what is done there. Addresses end in
// .example, which no mail ever leaves for.

export type Country = "DK" | "SE" | "FI" | "NO" | "DE";
export type Language = "da" | "sv" | "fi" | "nb" | "de";

type Industry = {
  name: string;
  words: Partial<Record<Country, readonly string[]>>;
  weight: number;
};

function list(names: string): string[] {
  return names.trim().split(/,\s+/);
}

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

export const PLACES: Record<Country, readonly string[]> = {
  DK: list(`
    Hjortebæk, Nørrelund, Vesterskov, Ravnsholt, Birkemose, Klintebjerg, Egelykke, Strandhuse,
    Mosevang, Tornkær, Lyngsted, Kragelund Å, Solbakke, Aggerholm, Bøgekær, Fjordby, Gammelvig,
    Hesselmark, Skovsende, Tranemose, Ulvedal, Ydermark, Ørnekær, Åbrink, Damsholm, Elverkær,
    Feldbæk, Grønnemark, Havrelund, Isakær, Jernbjerg, Kirkemose, Lindemark, Møllevang,
    Nattergal, Oddekær, Pilelund, Rosenbæk, Stenvad Mose, Tjørnelund, Uglemark, Viborre,
    Askelund, Brohuse`),
  SE: list(`
    Granliden, Björkvik, Stensjöås, Ekerum Norra, Sandhamra, Lövnäset, Kvarnåsen, Tallbacka,
    Älvhult, Åkerlunda, Hammarsvik, Furusjö, Norrlida, Rävmossa, Vallaryd, Ängsberga, Dalskär,
    Hästviken, Klockeryd, Mossängen`),
  FI: list(`
    Koivuranta, Hiidenlampi, Kuusikoski, Järvelä Pohja, Mäntykangas, Ruskovesi, Saarikorpi,
    Tuuliniemi, Valkeavirta, Lepikkö, Hirvisuo, Kallioharju`),
  NO: list(`
    Lofthus Nes, Skarvøy, Breivågen, Tindvik, Havnesund, Granlia, Steinsdalen, Storholmen,
    Kvitvær, Ytrefjord, Lysøyra, Hestvika Ytre, Fjellmo, Nordskjer, Sildvågen, Tareneset,
    Marvika, Oksvær, Bjørkedal Sør, Gråholmen`),
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

export const INDUSTRIES: readonly Industry[] = [
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

export const FIRST: Record<Language, readonly string[]> = {
  da: list(`
    Anne, Bo, Camilla, Dorthe, Erik, Freja, Gitte, Henrik, Inge, Jens, Kirsten, Lars, Maja,
    Niels, Oluf, Pia, Rasmus, Signe, Thomas, Ulla`),
  sv: list(`
    Anders, Birgitta, Carl, Ebba, Fredrik, Gunilla, Håkan, Ingrid, Johan, Karin, Linnea, Mats,
    Nils, Olle, Petra, Sven`),
  fi: list(`
    Aino, Eero, Heikki, Iida, Jukka, Kaisa, Leena, Mikko, Outi, Pekka, Riitta, Sami, Tuula,
    Ville`),
  nb: list(`
    Astrid, Bjørn, Dag, Eirik, Gro, Hanne, Ivar, Kari, Leif, Marit, Odd, Ragnhild, Stein, Tone`),
  de: list(`
    Anke, Bernd, Claudia, Dieter, Elke, Frank, Heike, Jörg, Katrin, Uwe`),
};

export const LAST: Record<Language, readonly string[]> = {
  da: list(`
    Agerskov, Bjerre, Bundgaard, Dalsgaard, Ejlersen, Foged, Gravesen, Hauge, Iversen,
    Kjeldsen, Krog, Lindhardt, Mølgaard, Nørby, Overgaard, Ravn, Skytte, Toft, Ussing,
    Vestergaard`),
  sv: list(`
    Almgren, Boström, Dahlin, Ekman, Forslund, Gran, Hedlund, Kvist, Lindahl, Norell, Sandell,
    Tegnér, Wallin, Åhlén`),
  fi: list(`
    Aaltonen, Hakala, Jokinen, Kettunen, Lahti, Mäkelä, Niemi, Pesonen, Rantala, Saarinen,
    Tikka, Vainio`),
  nb: list(`
    Aasen, Bakke, Dahlberg, Enger, Fossum, Haugland, Kvam, Lunde, Moen, Rønning, Solheim, Tveit`),
  de: list(`
    Ahrens, Brinkmann, Claussen, Dierks, Harms, Jessen, Lorenzen, Petersen, Thomsen, Wulf`),
};

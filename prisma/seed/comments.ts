import type { Generator } from "./generator";

type Tone = "glad" | "neutral" | "cross";

const COMMENTS: Record<string, Record<Tone, readonly string[]>> = {
  da: {
    glad: [
      "Jeres teknikere ved, hvad de laver. Vi har ikke haft stop i år.",
      "God rådgivning, da vi skulle udskifte trykforøgerne.",
      "Man får altid fat i et menneske, der kan svare.",
      "Pumperne holder. Det er det vigtigste for os.",
    ],
    neutral: [
      "Fint produkt, men leveringstiden svinger.",
      "Det går, som det plejer.",
      "Prisen er steget, servicen er den samme.",
    ],
    cross: [
      "Vi ventede tre uger på en servicetekniker.",
      "Reservedelene kom for sent to gange i træk.",
      "Ingen ringer tilbage, når vi har et problem.",
    ],
  },
  sv: {
    glad: ["Kunnig personal och snabb hjälp vid driftstopp.", "Vi litar på era pumpar."],
    neutral: ["Bra produkter, men vi vill ha snabbare svar.", "Ungefär som förr."],
    cross: ["För lång väntan på service.", "Fakturorna stämmer inte."],
  },
  fi: {
    glad: ["Huolto toimii ja ihmiset tuntevat laitoksemme.", "Luotettavat pumput."],
    neutral: ["Ihan hyvä, mutta varaosien toimitus kestää.", "Ei erityistä huomautettavaa."],
    cross: ["Huoltoa joutuu odottamaan liian kauan.", "Yhteydenottoihin ei vastata."],
  },
  nb: {
    glad: [
      "Rask hjelp når vi trenger det.",
      "Pumpene tåler sjøvann bedre enn alt annet vi har prøvd.",
    ],
    neutral: ["Greit nok, men dyrt.", "Vi merker ikke så mye til dere."],
    cross: ["Servicebåten kom to uker for sent.", "Vi får ikke tak i teknikere når det gjelder."],
  },
  en: {
    glad: [
      "Reliable pumps and people who answer the phone.",
      "Commissioning went without a hitch.",
    ],
    neutral: ["Good product, slow paperwork.", "No complaints, no surprises."],
    cross: ["Service takes far too long to arrive.", "Two late deliveries this year."],
  },
};

/** @param score 0-10; where a comment would be found on the same scale */
export function commentFor(random: Generator, language: string | null, score: number): string {
  const tone: Tone = score >= 9 ? "glad" : score >= 7 ? "neutral" : "cross";
  const spoken = COMMENTS[language ?? "en"] ?? COMMENTS.en;
  return random.pick(spoken?.[tone] ?? ["No comment."]);
}

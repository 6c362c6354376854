import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { CutsTable } from "@/app/w/[workspace]/_loyalty/cuts-table";
import { basisWords } from "@/app/w/[workspace]/_loyalty/words/measure-words";
import { portfolioWords } from "@/app/w/[workspace]/_loyalty/words/portfolio-words";
import { actionWords, lossShareWords } from "@/app/w/[workspace]/_loyalty/words/worklist-words";
import { rhythmSentence } from "@/app/w/[workspace]/accounts/[account]/_parts/behaviour-words";
import { headSentence } from "@/app/w/[workspace]/accounts/[account]/_parts/head-words";
import { stateInWords } from "@/components/metrics/state-words";
import { LANGUAGES } from "@/lib/i18n/languages";
import type { BehaviourDto } from "@/lib/loyalty/account-page.types";
import type { TileDto } from "@/lib/loyalty/figures.types";
import { helpSentence, inputTerm, measurePopulation } from "@/lib/loyalty/measure-names";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import { reasonSentence } from "@/lib/loyalty/words/reason-words";
import type { WorklistLineDto, WorklistReasonDto } from "@/lib/loyalty/worklist.types";
import { defaultLoyaltySettings, sensitivityCuts } from "@/lib/metrics";
import { markupInEnglish } from "../../support/in-english";

const AS = { currency: "DKK", asOf: "2026-10-02" };
const spaced = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");
const inLanguage = (locale: string) => ({ ...AS, locale });

const signer = {
  code: "signerBelowLine",
  person: { id: "p", name: "Anne Krog" },
  score: 0.2,
  answer: { question: "nps", value: 4, scaleMax: 10, code: null, on: "2026-09-12" },
  contrast: {
    role: "user",
    answer: { question: "csat", value: 5, scaleMax: 5, code: null, on: "2026-08-03" },
  },
} as const satisfies WorklistReasonDto;
const renewal = {
  code: "decisionNear",
  decisionOn: "2026-10-15",
  daysLeft: 13,
  renewsOn: null,
  signal: "atRisk",
  signalCodes: ["S1", "S3", "W3"],
} as const;

describe("why an account is on the worklist, in the reader's language", () => {
  const reasons: WorklistReasonDto[] = [{ ...renewal, signalCodes: ["S1", "S3", "W3"] }, signer];

  test("is one sentence with the words in that language's order", () => {
    expect(reasonSentence(reasons, inLanguage("da"))).toBe(
      "Beslutningstager Anne Krog giver 4, en bruger 5 af 5; fornyelsen er i fare: en konkurrent er nævnt og tavs",
    );
    expect(reasonSentence(reasons, inLanguage("fi"))).toBe(
      "Päättäjä Anne Krog antaa 4, käyttäjä 5/5; uusiminen on vaarassa: kilpailija on mainittu ja hiljaa",
    );
  });

  test("counts take the form of the language", () => {
    const silent = (asked: number): WorklistReasonDto[] => [
      { code: "silent", lastHeardOn: null, asked },
    ];
    expect(reasonSentence(silent(1), inLanguage("fi"))).toMatch(/^Kysytty kerran, ei vastausta/);
    expect(reasonSentence(silent(7), inLanguage("fi"))).toMatch(/^Kysytty 7 kertaa/);
    expect(reasonSentence(silent(2), inLanguage("sv"))).toMatch(/^Tillfrågad två gånger/);
  });

  test("a day is written as the language writes it", () => {
    const ask = { kind: "ask", allowedFrom: "2026-11-01" } as const;
    expect(actionWords(ask, inLanguage("da"))).toBe("Spørg fra 1. nov.");
    expect(actionWords(ask, inLanguage("sv"))).toBe("Fråga från 1 nov.");
  });

  test("the state inside a sentence begins small", () => {
    const line = {
      lossShare: { value: 0.15, basis: "learned", accounts: 61, state: "passive" },
    } as WorklistLineDto;
    expect(spaced(lossShareWords(line, "nb"))).toContain("15 % av det som kan tapes");
    expect(lossShareWords(line, "nb")).toContain("(passiv, lært av 61 kundeår)");
  });
});

test("an account manager's first line counts customers in Danish and in Finnish", () => {
  const line = {} as WorklistLineDto;
  const portfolio = {
    worklist: {
      groups: [{ key: "within14Days", lines: [line, line] }],
      shown: 2,
      total: 2,
      atRiskTotalMinor: 120_000_000,
      learnedFromAccounts: 0,
      sleeping: 0,
      resting: [],
    },
    activeAccounts: 1,
    runningMinor: 5_220_000_000,
    owner: { id: "o", name: "Mette Holm" },
    isEveryone: false,
  } satisfies Partial<PortfolioDto>;
  const danish = portfolioWords(portfolio, inLanguage("da"));
  expect(danish.title).toBe("2 kunder har brug for dig inden for 14 dage.");
  expect(spaced(danish.parts ?? "")).toBe(
    "Kunder hos Mette Holm: 1 kunde, 52,2 mio. DKK løbende omsætning. Heraf 1,2 mio. DKK i risiko.",
  );
  expect(portfolioWords({ ...portfolio, activeAccounts: 0 }, inLanguage("da")).parts).toBe(null);
  const cut = { ...portfolio, worklist: { ...portfolio.worklist, total: 9 } };
  expect(portfolioWords(cut, inLanguage("fi")).title).toBe(
    "Vähintään 2 asiakasta tarvitsee sinua 14 päivän sisällä.",
  );
});

test("the account's own sentences follow the language", () => {
  expect(
    headSentence(
      [{ code: "decision", on: "2026-10-15", daysLeft: 13, renewsOn: null }],
      inLanguage("fi"),
    ),
  ).toBe("Päätös viimeistään 15. lokakuuta, 13 päivää.");
  const late = {
    status: "late",
    lastOrderOn: "2026-06-30",
    sinceDays: 94,
    usualDays: 31.5,
    longestDays: 48,
    lateLineDays: 63,
    lateOn: "2026-08-31",
    lostOn: "2026-11-01",
    gaps: 12,
  } as const;
  expect(rhythmSentence({ rhythm: late } as BehaviourDto, inLanguage("da"))).toBe(
    "Seneste ordre for 94 dage siden, normalt med 31,5 dages mellemrum, længst 48. For sent siden 31. aug.; regnes som tabt fra 1. nov.",
  );
});

test("a measure says whom it is of, what it rests on and what it lacks", () => {
  const tile = {
    key: "customerSatisfaction",
    unit: "ratio",
    topOf: { boxes: 2, scale: 5 },
    counts: [{ what: "accounts", count: 119, of: 1740 }],
    coverage: { share: 0.61, of: "revenue" },
    mover: { account: { id: "a", name: "Aarhus Vand" }, change: 0.03 },
  } as TileDto;
  expect(measurePopulation(tile, "da")).toBe("øverste 2 af 5");
  expect(measurePopulation({ ...tile, topOf: { boxes: 1, scale: 3 } }, "en")).toBe("best of 3");
  expect(spaced(basisWords(tile, inLanguage("da")))).toBe(
    "119 af 1.740 kunder; hviler på 61 % af omsætningen; Aarhus Vand alene flytter det 3 point",
  );
  const term = { term: "answersOfTop", value: 9, unit: "count", topOf: tile.topOf } as const;
  expect(inputTerm(term, "en")).toBe("Answers of 4 to 5 of 5");
  expect(inputTerm(term, "sv")).toBe("Svar på 4 till 5 av 5");
  expect(helpSentence({ code: "fewAnswers", minimum: 10 }, "fi")).toMatch(/^10 vastauksesta/);
});

test("a state carries its reason in every language", () => {
  const unknown = { state: "notKnown", part: null, reason: "neverAsked" } as const;
  const said = LANGUAGES.map((language) => stateInWords(unknown, language));
  expect(said).toContain("Ukendt: aldrig spurgt");
  expect(said).toContain("Ei tiedossa: ei koskaan kysytty");
  expect(new Set(said).size).toBe(LANGUAGES.length);
});

test("every convention of the map has its words, and English reads as its formula says", () => {
  const zero = { loyal: 0, passive: 0, latent: 0, leaving: 0, notKnown: 0 };
  const cuts = sensitivityCuts({ ...defaultLoyaltySettings, answerDays: 1 }).map(
    ({ key, label }) => ({ key, label, revenueMinor: zero, unhappyMinor: 0, unheardMinor: 0 }),
  );
  const table = (locale: string) =>
    markupInEnglish(createElement(CutsTable, { cuts, states: [], as: inLanguage(locale) }));
  for (const { label } of cuts) {
    const shown = label.replace("'", "&#x27;");
    expect(table("en")).toContain(`>${shown}<`);
    expect(table("fi")).not.toContain(`>${shown}<`);
  }
});

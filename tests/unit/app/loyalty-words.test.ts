import { describe, expect, test } from "vitest";
import { headlineWords, movementWords } from "@/app/w/[workspace]/_loyalty/words/headline-words";
import {
  basisWords,
  tileInterval,
  tileValue,
  verdictWords,
} from "@/app/w/[workspace]/_loyalty/words/measure-words";
import { actionWords, lossShareWords } from "@/app/w/[workspace]/_loyalty/words/worklist-words";
import { headSentence } from "@/app/w/[workspace]/accounts/[account]/_parts/head-words";
import { stateInWords } from "@/components/metrics/state-words";
import { STAFF_MESSAGES } from "@/lib/i18n/staff-messages";
import type { TileDto } from "@/lib/loyalty/figures.types";
import type { HeadlineDto } from "@/lib/loyalty/overview.types";
import { reasonClause, reasonSentence } from "@/lib/loyalty/words/reason-words";
import { signalWord } from "@/lib/loyalty/words/signal-words";
import type { WorklistLineDto, WorklistReasonDto } from "@/lib/loyalty/worklist.types";

const AS = { locale: "en", currency: "DKK", asOf: "2026-10-02" };
const spaced = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

type Code = WorklistReasonDto["code"];
const signer = {
  code: "signerBelowLine",
  person: { id: "p", name: "Anne Krog" },
  score: 0.2,
  answer: { question: "nps", value: 4, scaleMax: 10, code: null, on: "2026-09-12" },
  contrast: {
    role: "user",
    answer: { question: "nps", value: 9, scaleMax: 10, code: null, on: "2026-08-03" },
  },
} as const satisfies WorklistReasonDto;

const REASONS: { [C in Code]: [Extract<WorklistReasonDto, { code: C }>, string] } = {
  noticeGiven: [
    { code: "noticeGiven", on: "2026-09-03", endsOn: "2026-12-31" },
    "notice given 3 Sep, ends 31 Dec",
  ],
  decisionNear: [
    {
      code: "decisionNear",
      decisionOn: "2026-10-15",
      daysLeft: 13,
      renewsOn: "2026-11-14",
      signal: "atRisk",
      signalCodes: ["S1", "S3"],
    },
    "renewal at risk: a decision-maker is unhappy and a rival is named",
  ],
  signerBelowLine: [signer, "decision-maker Anne Krog gives 4, a user 9"],
  wouldNotChooseAgain: [
    { code: "wouldNotChooseAgain", on: "2026-09-01", person: null },
    "would not choose us again",
  ],
  rivalNamed: [{ code: "rivalNamed", on: "2026-09-01", rival: "Pumpex" }, "Pumpex is named"],
  late: [
    {
      code: "late",
      lastOrderOn: "2026-06-30",
      sinceDays: 94,
      usualDays: 31,
      longestDays: 48,
      lateSince: "2026-08-31",
      countsAsLostOn: "2026-11-01",
    },
    "last order 94 days ago, usually every 31, longest 48",
  ],
  buysLess: [
    { code: "buysLess", ratio: 0.5, provenRatio: 0.71 },
    "running revenue down 50 % on a year ago, at least 29 % beyond its usual ups and downs",
  ],
  complaints: [
    { code: "complaints", count: 2, openDays: 9, subject: null },
    "2 complaints in 180 days, one open 9 days",
  ],
  promiseOverdue: [
    { code: "promiseOverdue", dueOn: "2026-08-15", text: "new invoice template" },
    "promise of 15 Aug not kept: new invoice template",
  ],
  caseOverdue: [{ code: "caseOverdue", dueOn: "2026-09-04" }, "case due 4 Sep still open"],
  silent: [
    { code: "silent", lastHeardOn: "2026-03-02", asked: 2 },
    "asked twice, no answer; last heard 2 Mar",
  ],
  notAsked: [
    { code: "notAsked", lastHeardOn: null, renewedByItself: 2 },
    "renewed twice by itself; not asked in 180 days, never heard from",
  ],
  ownerChanged: [
    { code: "ownerChanged", on: "2026-08-01", ownerName: "S. Dahl" },
    "S. Dahl took over 1 Aug, no conversation since",
  ],
};

describe("why an account is on the worklist", () => {
  test.each(Object.values(REASONS))("$code reads as a person would say it", (reason, words) => {
    expect(spaced(reasonClause(reason, AS))).toBe(words);
  });

  test("the renewal comes last and does not repeat what another reason says", () => {
    const sentence = reasonSentence([REASONS.decisionNear[0], signer], AS);
    expect(sentence).toBe(
      "Decision-maker Anne Krog gives 4, a user 9; renewal at risk: a rival is named",
    );
  });

  test("a reason whose details are not known still makes a sentence", () => {
    const bare: WorklistReasonDto[] = [
      { code: "noticeGiven", on: "2026-09-03", endsOn: null },
      { ...signer, answer: null, contrast: null },
      { code: "rivalNamed", on: "2026-09-01", rival: null },
      { code: "complaints", count: 1, openDays: null, subject: null },
      { code: "promiseOverdue", dueOn: "2026-08-15", text: null },
      { code: "silent", lastHeardOn: null, asked: 3 },
      { code: "notAsked", lastHeardOn: "2026-01-05", renewedByItself: 0 },
      { code: "ownerChanged", on: "2026-08-01", ownerName: null },
    ];
    const said = bare.map((reason) => reasonClause(reason, AS));
    expect(said.join(" ")).not.toMatch(/null|undefined|NaN/);
    expect(new Set(said).size).toBe(bare.length);
  });

  test("every code of the renewal signal has its words", () => {
    const codes = Object.keys(STAFF_MESSAGES.en.loyalty.signals);
    const said = codes.map((code) => signalWord(code, "en"));
    expect(new Set(said).size).toBe(14);
    expect(said.filter((words, i) => words === codes[i])).toEqual([]);
    expect(signalWord("S99", "da")).toBe("S99");
  });

  test("an action that is not allowed yet names the day", () => {
    expect(actionWords({ kind: "ask", allowedFrom: null }, AS)).toBe("Ask");
    expect(actionWords({ kind: "ask", allowedFrom: "2026-11-01" }, AS)).toBe("Ask from 1 Nov");
  });

  test("money at risk says whether its share is assumed or learned", () => {
    const line = (basis: "assumed" | "learned") =>
      ({ lossShare: { value: 0.15, basis, accounts: 61, state: "passive" } }) as WorklistLineDto;
    expect(lossShareWords(line("assumed"), "en")).toContain("assumed");
    expect(lossShareWords(line("learned"), "en")).toContain("learned from 61");
  });
});

describe("the first line of the overview", () => {
  const notProven: HeadlineDto = {
    kind: "notProven",
    notProvenMinor: 5_220_000_000,
    unhappyMinor: 1_230_000_000,
    lukewarmMinor: 2_890_000_000,
    unheardMinor: 1_100_000_000,
    lockedIn: {
      totalMinor: 960_000_000,
      noMinor: 320_000_000,
      notSureMinor: 640_000_000,
      askedShare: 0.42,
      share: 0.18,
      low: 0.1,
      high: 0.3,
    },
    captiveMinor: null,
  };

  test("says in money who stays without having said so, and its parts", () => {
    const words = headlineWords(notProven, AS);
    expect(spaced(words.title)).toBe(
      "Customers worth DKK 52.2 m stay, but have not said they want to.",
    );
    expect(spaced(words.parts)).toBe(
      "12.3 m unhappy, 28.9 m lukewarm, 11.0 m not heard from. DKK 9.6 m would not clearly choose us again if changing were free (42 % asked).",
    );
  });

  test("never says that customers do not want to stay, or are at risk", () => {
    const all: HeadlineDto[] = [
      notProven,
      { kind: "allProven", stayingMinor: 1 },
      { kind: "nobodyAsked", runningMinor: 100, stayingMinor: 90, fallingMinor: 10 },
      { kind: "nothingYet", reason: "noAccounts" },
      { kind: "nothingYet", reason: "noActiveAccounts" },
      { kind: "nothingYet", reason: "emptySegment" },
    ];
    for (const headline of all) {
      const { title, parts } = headlineWords(headline, AS);
      expect(`${title} ${parts}`).not.toMatch(/at risk|do not want/i);
      expect(title).toMatch(/\.$/);
      expect(parts).not.toBe("");
    }
  });

  test("a part that is nil is left out", () => {
    const words = headlineWords({ ...notProven, unhappyMinor: 0, lockedIn: null }, AS);
    expect(spaced(words.parts)).toBe("28.9 m lukewarm, 11.0 m not heard from.");
  });
});

describe("a measure in words", () => {
  const tile: TileDto = {
    key: "customerSatisfaction",
    topOf: { boxes: 2, scale: 5 },
    unit: "ratio",
    value: 0.784,
    reason: null,
    help: null,
    interval: {
      level: 0.95,
      method: "Wilson",
      low: 0.744,
      high: 0.824,
      n: 388,
      effectiveN: 119,
      population: 174,
    },
    scale: { min: 0, max: 1 },
    n: 388,
    counts: [
      { what: "answers", count: 388, of: null },
      { what: "accounts", count: 119, of: 174 },
    ],
    coverage: { share: 0.61, of: "revenue" },
    strip: null,
    inputs: [],
    verdict: null,
    target: null,
    baseline: null,
    mover: { account: { id: "a", name: "Aarhus Vand" }, change: 0.029 },
    window: { from: "2025-10-01", until: "2026-10-01" },
    definitionKey: "customerSatisfaction",
  };

  test("inside an interval of plus or minus four there are no decimals", () => {
    expect(spaced(tileValue(tile, AS) ?? "")).toBe("78 %");
    expect(spaced(tileInterval(tile, AS) ?? "")).toBe("74 to 82 %");
  });

  test("a score has no percent sign", () => {
    const nps: TileDto = {
      ...tile,
      unit: "score",
      value: 31.4,
      interval: { ...(tile.interval as NonNullable<TileDto["interval"]>), low: 24, high: 38 },
    };
    expect(tileValue(nps, AS)).toBe("31");
    expect(tileInterval(nps, AS)).toBe("24 to 38");
  });

  test("what is not known has no value, not 0", () => {
    expect(tileValue({ ...tile, value: null, interval: null }, AS)).toBeNull();
    expect(tileInterval({ ...tile, value: null, interval: null }, AS)).toBeNull();
  });

  test("n, coverage and the account that moves the figure are said in words", () => {
    expect(spaced(basisWords(tile, AS))).toBe(
      "388 answers, 119 of 174 accounts; rests on 61 % of revenue; Aarhus Vand alone moves it 3 points",
    );
  });

  test("a verdict claims a change only where there is one", () => {
    const since = "2026-06-30";
    const said = [
      verdictWords({ kind: "noRealChange", since, change: 0.01 }, "ratio", AS),
      verdictWords({ kind: "up", since, change: 0.02 }, "ratio", AS),
      verdictWords({ kind: "down", since, change: -6 }, "score", AS),
      verdictWords({ kind: "belowTarget", target: 0.93 }, "ratio", AS),
      verdictWords({ kind: "notComparable", reason: "tooFew" }, "ratio", AS),
    ].map(spaced);
    expect(said).toEqual([
      "No real change since Q2 2026",
      "Up 2 points since Q2 2026, likely real",
      "Down 6 points since Q2 2026, likely real",
      "Below target 93 %",
      "Too few to compare",
    ]);
  });
});

test("an account's first line names the decision once, then why", () => {
  const { 0: decision } = REASONS.decisionNear;
  const sentence = headSentence(
    [
      { code: "decision", on: "2026-10-15", daysLeft: 13, renewsOn: "2026-11-14" },
      decision,
      signer,
    ],
    AS,
  );
  expect(sentence).toBe(
    "Decision by 15 October, 13 days. Decision-maker Anne Krog gives 4, a user 9.",
  );
});

test("a state carries its part or its reason", () => {
  expect(stateInWords({ state: "passive", part: "unhappy", reason: null }, "en")).toBe(
    "Passive, unhappy",
  );
  expect(stateInWords({ state: "leaving", part: null, reason: "noticeGiven" }, "en")).toBe(
    "Leaving, notice given",
  );
  expect(stateInWords({ state: "notKnown", part: null, reason: "neverAsked" }, "en")).toBe(
    "Not known: never asked",
  );
});

test("movement is said only where something moved", () => {
  const since = "2026-09-30";
  expect(
    movementWords({ since, moved: 0, nowHeard: 0, noLongerKnown: 0, cutsChangedOn: null }, AS),
  ).toBeNull();
  expect(
    movementWords({ since, moved: 1, nowHeard: 3, noLongerKnown: 2, cutsChangedOn: null }, AS),
  ).toBe("Since Q3 2026: 1 account moved, 3 now heard from and 2 no longer known.");
});

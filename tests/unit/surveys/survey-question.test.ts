import { expect, test } from "vitest";
import { chooseLanguage, countryLanguage, LANGUAGES } from "@/lib/i18n/languages";
import { commentPrompt, followUpViews } from "@/lib/surveys/design/follow-up-views";
import { FOLLOW_UPS } from "@/lib/surveys/design/follow-ups";
import { SCALES, SURVEY_QUESTIONS } from "@/lib/surveys/design/question-codes";
import { choiceOf, storedAnswer, storedFollowUps } from "@/lib/surveys/design/stored-answer";
import { DEFAULT_DRIVER_ITEMS, NO_OPTIONS } from "@/lib/surveys/design/survey-options";
import {
  type AskedQuestion,
  languagesOf,
  ownText,
  questionView,
  sendLabel,
  surveyLanguage,
} from "@/lib/surveys/design/survey-question";

const asked: AskedQuestion = {
  question: "nps",
  scale: "0-10",
  scope: "relationship",
  company: "Nordlys Pumper",
  touchpointName: null,
  touchpointOn: null,
  followUps: [],
  options: NO_OPTIONS,
};
const visit = { scope: "touchpoint", touchpointName: "Service visit" } as const;
const custom: AskedQuestion = {
  ...asked,
  question: "custom",
  scale: "1-3",
  options: {
    ...NO_OPTIONS,
    offersCannotSay: true,
    texts: {
      da: {
        question: "Hvordan finder du {company}s priser?",
        labels: ["Dyre", "Passende", "Billige"],
      },
      sv: { question: "Hur är priserna?", labels: ["Höga", "Rimliga"] },
    },
  },
};

/** Every question on every scale it can be asked on. */
const ALL = SURVEY_QUESTIONS.filter((question) => question !== "custom").flatMap((question) =>
  SCALES[question].map((scale) => ({ ...asked, question, scale })),
);
const FOLLOWED: AskedQuestion = {
  ...asked,
  followUps: FOLLOW_UPS,
  options: { ...NO_OPTIONS, driverItems: [...DEFAULT_DRIVER_ITEMS, "trust"] },
};

test("every question on every scale has words for each step in all five languages", () => {
  for (const language of LANGUAGES) {
    for (const one of ALL) {
      const view = questionView(language, one);
      const labels = view.choices.map((choice) => choice.label);
      expect(view.text, `${language} ${one.question}`).not.toBe("");
      expect(view.text).not.toContain("{");
      expect(labels.length).toBeGreaterThan(1);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.every((label) => label !== "" && !label.includes("."))).toBe(true);
      for (const choice of view.choices) {
        expect(sendLabel(language, one.question, choice)).toContain(choice.label);
      }
    }
  }
});

test("the answers stand in the same order in every language, the worst first", () => {
  const order = (language: (typeof LANGUAGES)[number], one: AskedQuestion) =>
    questionView(language, one).choices.map((choice) => choice.value);
  for (const one of ALL) {
    for (const language of LANGUAGES) expect(order(language, one)).toEqual(order("en", one));
  }
  const words = Object.fromEntries(ALL.map((one) => [`${one.question} ${one.scale}`, one]));
  expect(order("en", words["csat 1-5"] ?? asked)).toEqual(["1", "2", "3", "4", "5"]);
  expect(order("en", words["relative_advantage codes"] ?? asked)).toEqual([
    "worse",
    "same",
    "better",
    "no_real_alternative",
    "cannot_say",
  ]);
  expect(order("en", words["switching codes"] ?? asked)).toEqual(["no", "not_sure", "yes"]);
  expect(order("en", words["search codes"] ?? asked)).toEqual(["moving", "offer", "looked", "no"]);
});

test("fewer steps of satisfaction leave words out, so that the upper two are always the satisfied ones", () => {
  const labels = (scale: string) =>
    questionView("en", { ...asked, question: "csat", scale }).choices.map((c) => c.label);
  expect(labels("1-4")).toEqual([
    "Very dissatisfied",
    "Dissatisfied",
    "Satisfied",
    "Very satisfied",
  ]);
  expect(labels("1-3")).toEqual(["Dissatisfied", "Satisfied", "Very satisfied"]);
  for (const scale of SCALES.csat) {
    expect(labels(scale).slice(-2)).toEqual(["Satisfied", "Very satisfied"]);
  }
});

test("a choice is stored as a number with its scale or as a code without, and found again", () => {
  expect(storedAnswer(asked, "9")).toEqual({
    question: "nps",
    valueNumber: 9,
    valueCode: null,
    scale: "0-10",
  });
  expect(storedAnswer({ ...asked, question: "switching", scale: "codes" }, "not_sure")).toEqual({
    question: "switching",
    valueNumber: null,
    valueCode: "not_sure",
    scale: null,
  });
  for (const one of [...ALL, custom]) {
    for (const choice of questionView("fi", one).choices) {
      expect(choiceOf(questionView("fi", one), storedAnswer(one, choice.value))).toEqual(choice);
    }
  }
  expect(choiceOf(questionView("en", asked), null)).toBeNull();
});

test("what is not on the scale is no answer", () => {
  for (const value of ["11", "-1", "9.0", "09", "", "yes", "1e0"]) {
    expect(storedAnswer(asked, value), value).toBeNull();
  }
  expect(storedAnswer({ ...asked, question: "csat", scale: "1-4" }, "5")).toBeNull();
  expect(storedAnswer({ ...asked, question: "csat", scale: "1-3" }, "4")).toBeNull();
});

test("cannot say and not relevant are stored as codes, never as the middle of a scale", () => {
  expect(storedAnswer(custom, "cannot_say")).toMatchObject({ valueNumber: null, scale: null });
  expect(storedFollowUps(FOLLOWED, { driver_service: "not_relevant" })).toEqual([
    { question: "driver_service", valueNumber: null, valueCode: "not_relevant", scale: null },
  ]);
  const aside = [...ALL, custom].flatMap((one) => questionView("en", one).choices);
  expect(aside.filter((choice) => choice.isAside).map((choice) => choice.value)).toEqual([
    "cannot_say",
    "cannot_say",
  ]);
});

test("every follow-up has its words in all five languages, each item a field of its own", () => {
  for (const language of LANGUAGES) {
    const views = followUpViews(language, FOLLOWED);
    expect(views.map((view) => view.followUp)).toEqual([...FOLLOW_UPS]);
    const items = views.flatMap((view) => view.items);
    expect(new Set(items.map((item) => item.question)).size).toBe(items.length);
    for (const view of views) expect(view.text).not.toBe("");
    for (const item of items) {
      expect(item.text).not.toBe("");
      expect(item.choices.every((choice) => choice.label !== "")).toBe(true);
    }
  }
});

test("the second step stores only what was asked and offered", () => {
  const fields = {
    relative_advantage: "better",
    switching: "maybe",
    ease: "5",
    driver_added_value: "4",
    driver_trust: "2",
    contact_me: "yes",
    nps: "10",
  };
  expect(storedFollowUps(FOLLOWED, fields)).toEqual([
    { question: "relative_advantage", valueNumber: null, valueCode: "better", scale: null },
    { question: "ease", valueNumber: 5, valueCode: null, scale: "1-5" },
    { question: "driver_added_value", valueNumber: 4, valueCode: null, scale: "1-5" },
    { question: "driver_trust", valueNumber: 2, valueCode: null, scale: "1-5" },
    { question: "contact_me", valueNumber: null, valueCode: "yes", scale: null },
  ]);
  const withoutTrust = { ...FOLLOWED, followUps: ["drivers" as const], options: NO_OPTIONS };
  expect(storedFollowUps(withoutTrust, fields).map((answer) => answer.question)).toEqual([
    "driver_added_value",
  ]);
});

test("nobody is asked the first question again below it", () => {
  const views = followUpViews("en", { ...FOLLOWED, question: "switching", scale: "codes" });
  expect(views.map((view) => view.followUp)).not.toContain("switching");
});

test("a survey's own words speak in their language, the standard words in the others", () => {
  const own = {
    ...asked,
    options: {
      ...NO_OPTIONS,
      texts: { da: { question: "Vil du anbefale {company}?", comment: "Hvorfor?" } },
    },
  };
  expect(questionView("da", own).text).toBe("Vil du anbefale Nordlys Pumper?");
  expect(questionView("sv", own).text).toBe(questionView("sv", asked).text);
  expect(commentPrompt("da", own)).toBe("Hvorfor?");
  expect(commentPrompt("fi", own)).toBe("Mikä on tärkein syy vastaukseesi?");
  expect(ownText("da", own, "thanks")).toBeNull();
});

test("a question of one's own is asked in a language it is wholly written in", () => {
  expect(languagesOf(custom)).toEqual(["da"]);
  expect(surveyLanguage(custom, "sv", "fi")).toBe("da");
  expect(questionView("sv", custom)).toEqual(questionView("da", custom));
  expect(surveyLanguage(asked, "de", "sv-SE", "da")).toBe("sv");
  expect(surveyLanguage(asked, null, null)).toBe("en");
});

test("a touchpoint is named with its day, and alone where no day is known", () => {
  const on = { ...asked, ...visit, question: "csat" as const, scale: "1-5" };
  expect(questionView("en", { ...on, touchpointOn: "2026-10-14" }).text).toBe(
    "How satisfied were you with this: Service visit, 14 October?",
  );
  for (const language of LANGUAGES) {
    for (const question of ["csat", "ease"] as const) {
      const { text } = questionView(language, { ...on, question });
      expect(text).toMatch(/: Service visit\?$/);
    }
  }
});

test("a name that looks like a placeholder stays a name", () => {
  const { text } = questionView("en", { ...asked, company: "{date} $& {touchpoint}" });
  expect(text).toContain("recommend {date} $& {touchpoint} to");
});

test("an account writes the language of its country before the workspace's", () => {
  expect(chooseLanguage(null, countryLanguage("SE"), "da")).toBe("sv");
  expect(chooseLanguage("fi", countryLanguage("SE"), "da")).toBe("fi");
  expect(chooseLanguage(null, countryLanguage("DE"), "da")).toBe("en");
  expect(chooseLanguage(null, countryLanguage(null), "da")).toBe("da");
});

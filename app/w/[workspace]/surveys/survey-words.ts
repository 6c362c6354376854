import type { SurveySummary } from "@/lib/surveys/design/load-surveys";

// Every word of the survey screens, in one place.

export const LANGUAGE_WORDS = {
  en: "English",
  da: "Danish",
  sv: "Swedish",
  nb: "Norwegian",
  fi: "Finnish",
} as const;

export const QUESTION_WORDS: Record<SurveySummary["question"], string> = {
  nps: "NPS, 0 to 10",
  csat: "Satisfaction (CSat)",
  relative_advantage: "Compared with the alternatives",
  switching: "Would choose us again",
  reason_to_stay: "Main reason to buy",
  search: "Looked at other suppliers",
  ease: "Ease, 1 to 5",
  custom: "A question of your own",
};

export const QUESTION_HINTS: Record<SurveySummary["question"], string> = {
  nps: "How likely is it that they would recommend you? About working with you as a whole.",
  csat: "How satisfied are they? About working with you, or about one touchpoint.",
  relative_advantage: "Worse, about the same, better, or no real alternative.",
  switching:
    "Would they choose you again if changing cost nothing? At most once a year per person.",
  reason_to_stay: "Quality, people, price, ease, bound, or no alternative. At most once a year.",
  search: "Have they considered others in the past year? At most once a year per person.",
  ease: "How easy was it? About working with you, or about one touchpoint.",
  custom: "Two to seven steps with words of your own. It is shown, and not scored on the map.",
};

export const SCALE_WORDS: Record<string, string> = {
  "csat 1-5": "Five steps, with a middle",
  "csat 1-4": "Four steps, no middle (thermometer)",
  "csat 1-3": "Three steps (thermometer)",
};

export function scaleWords(question: string, scale: string): string {
  return SCALE_WORDS[`${question} ${scale}`] ?? `${scale.split("-")[1]} steps`;
}

export const FOLLOW_UP_WORDS: Record<
  SurveySummary["followUps"][number],
  { label: string; hint: string; inList: string }
> = {
  relative_advantage: {
    label: "How you compare with the alternatives",
    hint: "It tells wanting to stay from having to.",
    inList: "how we compare",
  },
  switching: {
    label: "Whether they would choose you again if switching cost nothing",
    hint: "Left out for whoever was asked within a year, or decides within 90 days.",
    inList: "whether they would choose us again",
  },
  reason_to_stay: {
    label: "The main reason they buy from you",
    hint: "At most once a year per person, like the one above.",
    inList: "why they buy from us",
  },
  search: {
    label: "Whether they considered other suppliers",
    hint: "At most once a year per person.",
    inList: "whether they looked elsewhere",
  },
  ease: { label: "How easy you are to work with", hint: "One to five.", inList: "how easy it was" },
  drivers: {
    label: "The drivers",
    hint: "Satisfaction with each of them, one to five: it tells what to work on first.",
    inList: "the drivers",
  },
  contact_me: {
    label: "“Please contact me about this”",
    hint: "A tick; the account's manager is told at once.",
    inList: "whether they want to be contacted",
  },
};

export const DRIVER_ITEM_WORDS = {
  added_value: "Added value, compared with other suppliers",
  service: "Service",
  communication: "Communication",
  incentives: "Incentives",
  trust: "Keeping your word",
} as const;

export const DRIVER_ITEM_HINTS: Partial<Record<keyof typeof DRIVER_ITEM_WORDS, string>> = {
  incentives: "Switch it off where there is no programme, discount or bonus.",
  trust: "Not one of the four; ask it where promises are an issue.",
};

export const BUILDER_WORDS = {
  newTitle: "New survey",
  newParts: "One question, asked well. The preview is what the people asked would get.",
  changeTitle: (name: string) => `Change “${name}”`,
  changeNew:
    "Somebody was asked with this survey: saving makes a new version. Open waves and earlier answers keep the version they were asked with, and the question and its scale stay.",
  changeInPlace: "Nobody was asked with this survey yet, so everything can still be changed.",
  name: "Name",
  nameHint: "For you; the people asked do not see it.",
  whatIsAsked: "What is asked",
  question: "Question",
  scale: "Steps",
  scaleHint:
    "Fewer steps leave words out and change nothing about what a word is worth: “satisfied” is the second best on each.",
  about: "About",
  aboutRelationship: "Working with you as a whole",
  aboutTouchpoint: "One touchpoint",
  aboutTouchpointHint:
    "A visit, an installation, an invoice. Satisfaction, ease or an own question.",
  touchpoint: "Touchpoint",
  touchpointHint:
    "As the question names it: “How satisfied were you with this: Service visit, 14 October?”",
  cannotSay: "Offer “I cannot say”",
  cannotSayHint: "Stored as not scored, never as the middle.",
  followUps: "After the score, ask also",
  followUpsNote: "On the second step, when the score is safe. A comment is always asked for.",
  driverItems: "Which drivers",
  nearDecision: "Ask the yearly questions also in the 90 days before a decision date",
  nearDecisionHint: "Usually not: shortly before a renewal they read as a sales question.",
  ownWords: "Your own words",
  ownWordsNote:
    "Left empty, the standard text of the language is used. {company}, {touchpoint} and {date} are filled in.",
  ownQuestion: "Question",
  ownComment: "What the comment field asks",
  ownThanks: "Thank-you, below the sentence that says what was saved",
  ownSubject: "Subject of the mail",
  ownPurpose: "Why you ask, in the mail",
  step: (n: number, all: number) =>
    n === 1 ? `Step 1, the worst` : n === all ? `Step ${n}, the best` : `Step ${n}`,
  stepsLegend: "Words of the steps, the worst first",
  create: "Create survey",
  save: "Save",
  saveVersion: (version: number) => `Save as version ${version}`,
  saving: "Saving…",
  cancel: "Cancel",
  needsScript: "The live preview and the own words of other languages need JavaScript.",
} as const;

export const PREVIEW_WORDS = {
  title: "Preview",
  language: "Language",
  view: "What to look at",
  width: "Width",
  views: { mail: "Mail", text: "Plain text", question: "Page", thanks: "Thank-you" },
  widths: { phone: "Phone", desktop: "Desktop" },
  from: "From",
  subject: "Subject",
  frameTitle: {
    mail: "The mail, as it would arrive",
    question: "The page behind the link",
    thanks: "The page after Send",
  },
  waiting: "Updating…",
  failed: "The preview did not come through. Change something to try again.",
  invalid: "The preview waits until the marked text is right.",
  spoken: (asked: string, given: string) =>
    `The question is not written in ${asked}; those people get it in ${given}.`,
  needsScript: "The preview needs JavaScript.",
  testTitle: "Try it yourself",
  testNote:
    "Sends the mail in the chosen language to your own address. Its page works like the real one, says that it is a test, and stores nothing.",
  testButton: (email: string) => `Send a test to ${email}`,
  testPending: "Sending…",
  testDone: "The test is on its way. Whatever you answer there, nothing is stored.",
} as const;

type Asked = Pick<SurveySummary, "scope" | "touchpointName" | "followUps">;

export function aboutWords({ scope, touchpointName }: Asked): string {
  return scope === "touchpoint" ? `Touchpoint: ${touchpointName}` : "The relationship";
}

export function alsoAsksWords(survey: Asked): string {
  return ["a comment", ...survey.followUps.map((one) => FOLLOW_UP_WORDS[one].inList)].join(", ");
}

export const LIST_WORDS = {
  title: "Surveys",
  parts: "One question each. What was asked stays as it was asked: a change makes a new version.",
  create: "New survey",
  survey: "Survey",
  question: "Question",
  about: "About",
  also: "Asks also",
  waves: "Waves",
  answered: "People who answered",
  empty: "No survey yet",
  emptyWrite: "Create one, look at it as the people asked would, then send it as a wave.",
  emptyRead: "An admin of the workspace can create one.",
} as const;

export const PAGE_WORDS = {
  newWave: "New wave",
  change: "Change",
  waves: "Waves",
  version: (n: number, day: string) => `version ${n} of ${day}`,
  archived: "Archived: no new wave can be sent.",
  alsoAsks: (what: string) => `Asks also: ${what}.`,
  archive: "Archive survey",
  archiveQuestion: (name: string) => `Archive “${name}”?`,
  archiveNote:
    "No new wave can be sent from it, and its doors close. Open waves go on, and all answers stay.",
} as const;

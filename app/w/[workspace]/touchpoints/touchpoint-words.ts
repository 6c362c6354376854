import { formatCount } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatNumber, formatPercent } from "@/lib/format/number";
import type { AuditFigure, TouchpointScore } from "@/lib/surveys/touchpoints/touchpoint.types";

// Every word of the touchpoint screens, in one place.

type As = { locale: string; asOf: string };

export const MAP_WORDS = {
  title: "Touchpoints",
  headline: (all: number, never: number, locale: string) => {
    const count = formatCount(all, "touchpoint", "touchpoints", locale);
    if (all === 0) return "Where do customers meet you?";
    if (never === 0) return `${count}, each asked about in the past year`;
    return `${count}, ${formatNumber(never, locale)} not asked about in the past year`;
  },
  parts:
    "The journey from left to right. Figures are of the last 365 days: customers' answers, and apart from them what colleagues found.",
  create: "New touchpoint",
  arrange: "Arrange",
  arrangeDone: "Done",
  stages: "Stages",
  empty: "No touchpoint yet",
  emptyWrite:
    "Begin with the three or four moments that customers talk about: a delivery, a visit, an invoice.",
  emptyRead: "An admin of the workspace can place them.",
  emptyStage: "Nothing here yet",
  archived: "Archived",
  noOwner: "No owner",
  auditKind: "Internal audit",
  neverAsked: "Never asked",
  neverLooked: "Never looked at",
  ask: "Ask about it",
  look: "Record a look",
  /** "348 asked, last answer 22 Nov" */
  volume: (asked: number, lastOn: string | null, { locale, asOf }: As) =>
    [
      asked > 0 ? `${formatNumber(asked, locale)} asked` : null,
      lastOn ? `last answer ${formatDay(lastOn, locale, asOf)}` : null,
    ]
      .filter(Boolean)
      .join(", "),
  moves: {
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    left: (name: string) => `Move ${name} to the stage before`,
    right: (name: string) => `Move ${name} to the next stage`,
  },
} as const;

const SATISFIED = { csat: "satisfied", ease: "find it easy" } as const;

/** "78 % satisfied" */
export function scoreWords(score: TouchpointScore, { locale }: As): string {
  return `${formatPercent(score.value, locale)} ${SATISFIED[score.question]}`;
}

/** "61 to 89 %, 23 answers" */
export function doubtWords(score: TouchpointScore, { locale }: As): string {
  const answers = formatCount(score.n, "answer", "answers", locale);
  if (score.value === null) {
    return `${answers}, too few for a figure: ${score.answers.join(" · ")} of ${score.steps}`;
  }
  const low = formatNumber(score.low * 100, locale);
  return `${low} to ${formatPercent(score.high, locale)}, ${answers}`;
}

export function lastWords(lastOn: string, as: As): string {
  return `last on ${formatDay(lastOn, as.locale, as.asOf)}`;
}

/** "4.2 of 5 on average, 3 looks" */
export function auditWords(audit: AuditFigure, { locale }: As): string {
  const looks = formatCount(audit.n, "look", "looks", locale);
  return `${formatNumber(audit.mean, locale, 1)} of 5, ${looks}`;
}

export const FORM_WORDS = {
  newTitle: "New touchpoint",
  newParts: "A situation in which the customer meets you.",
  name: "Name",
  nameHint: "As the question names it: “How satisfied were you with this: Service visit?”",
  stage: "Stage",
  owner: "Owner",
  ownerHint: "Whoever can change how it goes. Answers about it reach this colleague.",
  nobody: "Nobody yet",
  kind: "What it is",
  kindCustomer: "Customers are asked about it",
  kindAudit: "Colleagues look at it as a customer would",
  kindAuditHint: "An internal audit (“mystery shopper”). It never mixes with customers' answers.",
  create: "Create touchpoint",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  cancel: "Cancel",
} as const;

export const STAGE_WORDS = {
  title: "Stages of the journey",
  parts:
    "From left to right. A new name takes the touchpoints of the stage along; an empty field removes a stage that has none.",
  stage: (n: number) => `Stage ${n}`,
  more: "One more",
} as const;

/** Apart from every customer scale: these words are about the company's own standard. */
export const AUDIT_SCALE = [
  { value: "1", label: "1: not as it should be" },
  { value: "2", label: "2: much is missing" },
  { value: "3", label: "3: some things are missing" },
  { value: "4", label: "4: nearly as it should be" },
  { value: "5", label: "5: fully as it should be" },
];

export const PAGE_WORDS = {
  customers: "What customers say",
  customersNote:
    "Answers of the last 365 days, one for each time somebody was asked: the share on the two upper steps, with its interval (Wilson).",
  noScore: "Nobody was asked about it in the last 365 days.",
  noScoreYet: "Nobody has answered yet.",
  notScored: "The answers are to a question of its own, which has no score.",
  surveys: "Surveys about it",
  noSurveys: "No survey asks about it.",
  newSurvey: "New survey about it",
  audits: "What colleagues found",
  auditsNote: "Internal audits of the last 365 days. Never part of a customer's score.",
  noAudits: "Nobody has looked yet.",
  record: "Record a look",
  when: "When",
  how: "How it was",
  note: "What you saw",
  recorded: "Recorded.",
  recording: "Recording…",
  somebody: "a colleague",
  withdraw: "Withdraw",
  withdrawn: "withdrawn",
  withdrawQuestion: "Withdraw this look?",
  withdrawNote: "It stays in the list and stops counting.",
  columns: { on: "On", score: "Score", note: "What was seen", by: "By", actions: "Actions" },
  change: "Change this touchpoint",
  archive: "Archive touchpoint",
  archiveQuestion: (name: string) => `Archive “${name}”?`,
  archiveNote: "It leaves the map. All answers about it stay, and it can be restored.",
  restore: "Restore to the map",
  isArchived: "Archived: it is not on the map.",
  stageAndOwner: (stage: string, owner: string | null) =>
    `${stage}. ${owner ? `Owner: ${owner}.` : "No owner yet."}`,
} as const;

import type { BadgeTone } from "@/components/ui/badge";
import { formatCount } from "@/lib/format/count";
import type { ProgramSummary } from "@/lib/surveys/programs/list-programs";
import type { ProgramEvent, Trigger } from "@/lib/surveys/programs/program-rule";

export const PROGRAM_STATES: Record<ProgramSummary["state"], { label: string; tone: BadgeTone }> = {
  active: { label: "running", tone: "accent" },
  paused: { label: "paused", tone: "warning" },
  ended: { label: "ended", tone: "plain" },
};

export const EVENT_WORDS: Record<ProgramEvent, string> = {
  order: "an order",
  delivery: "a delivery",
  complaint_solved: "a complaint was solved",
  case_closed: "a case was closed",
  renewal: "the decision date",
};

export function whenWords({ kind, trigger }: Pick<ProgramSummary, "kind" | "trigger">): string {
  if (kind === "drip" || trigger === null) return "every quarter, each account in its own week";
  return triggerWords(trigger);
}

function triggerWords({ event, days }: Trigger): string {
  const side = event === "renewal" ? "before" : "after";
  const count = days === 0 ? "on the day of" : `${formatCount(days, "day", "days")} ${side}`;
  return days === 0 ? `${count} ${EVENT_WORDS[event]}` : `${count} ${EVENT_WORDS[event]}`;
}

export const WORDS = {
  title: "Programs",
  parts: "Surveys that go out by themselves, never to everybody at once.",
  create: "New program",
  empty: "No survey goes out by itself yet",
  emptyText:
    "A program asks each account in its own week of the quarter, or some days after an order, a delivery or a solved complaint. The same limits hold as for waves: nobody is asked too often.",
  createSurvey: "Create a survey",
  name: "Program",
  state: "State",
  survey: "Survey",
  when: "When",
  reminder: "Reminder",
  noReminder: "none",
  next: "Plans next",
  waiting: "Waiting",
  delivered: "Delivered",
  answered: "Answered",
  pause: "Pause",
  resume: "Go on",
  end: "End",
  endQuestion: "End this program?",
  endText: "What it planned and has not sent is not sent. An ended program stays ended.",
  actions: "Actions",
} as const;

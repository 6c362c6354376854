import type { SurveySummary } from "@/lib/surveys/load-surveys";

export const QUESTION_WORDS = { nps: "NPS, 0 to 10", csat: "CSat, 1 to 5" } as const;

type Asked = Pick<
  SurveySummary,
  "scope" | "touchpointName" | "asksRelativeAdvantage" | "asksSwitching"
>;

export function aboutWords({ scope, touchpointName }: Asked): string {
  return scope === "touchpoint" ? `Touchpoint: ${touchpointName}` : "The relationship";
}

export function alsoAsksWords(survey: Asked): string {
  const more = [
    survey.asksRelativeAdvantage ? "how we compare" : null,
    survey.asksSwitching ? "whether they would choose us again" : null,
  ].filter((words) => words !== null);
  return ["a comment", ...more].join(", ");
}

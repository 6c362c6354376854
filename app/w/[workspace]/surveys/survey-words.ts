import type { SurveySummary } from "@/lib/surveys/design/load-surveys";

export const QUESTION_WORDS: Record<SurveySummary["question"], string> = {
  nps: "NPS, 0 to 10",
  csat: "CSat",
  relative_advantage: "Compared with the alternatives",
  switching: "Would choose us again",
  reason_to_stay: "Main reason to buy",
  search: "Looked at others",
  ease: "Ease, 1 to 5",
  custom: "Own question",
};

const FOLLOW_UP_WORDS: Record<SurveySummary["followUps"][number], string> = {
  relative_advantage: "how we compare",
  switching: "whether they would choose us again",
  reason_to_stay: "why they buy from us",
  search: "whether they looked elsewhere",
  ease: "how easy it was",
  drivers: "the four drivers",
  contact_me: "whether they want to be contacted",
};

type Asked = Pick<SurveySummary, "scope" | "touchpointName" | "followUps">;

export function aboutWords({ scope, touchpointName }: Asked): string {
  return scope === "touchpoint" ? `Touchpoint: ${touchpointName}` : "The relationship";
}

export function alsoAsksWords(survey: Asked): string {
  return ["a comment", ...survey.followUps.map((one) => FOLLOW_UP_WORDS[one])].join(", ");
}

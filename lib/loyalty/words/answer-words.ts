import { staffWords } from "@/lib/i18n/staff-words";
import type { Role } from "@/lib/metrics";
import type { AnswerDto } from "../worklist.types";

const CODES = [
  "better",
  "same",
  "worse",
  "noRealAlternative",
  "cannotSay",
  "yes",
  "notSure",
  "no",
] as const;
type AnswerCode = (typeof CODES)[number] | "noAnswer";

export function roleWord(role: Role, locale: string): string {
  return staffWords(locale, "loyalty")(`roles.${role}`);
}

export function questionWord(question: AnswerDto["question"], locale: string): string {
  return staffWords(locale, "loyalty")(`questions.${question}`);
}

/** Codes are stored as not_sure and computed with as notSure. */
export function answerCode({ code }: AnswerDto): AnswerCode {
  const name = (code ?? "").replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return CODES.find((known) => known === name) ?? "noAnswer";
}

/** "4", "5 of 5", "worse", "not sure": an NPS answer needs no scale, the others do. */
export function answerValue(answer: AnswerDto, locale: string): string {
  const t = staffWords(locale, "loyalty");
  if (answer.value === null) return t(`answer.${answerCode(answer)}`);
  const value = String(answer.value);
  return answer.question === "nps"
    ? value
    : t("answer.ofScale", { value, max: answer.scaleMax ?? 5 });
}

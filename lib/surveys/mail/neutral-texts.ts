import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import type { SurveyOptions } from "../design/survey-options";
import { type NeutralProblem, neutralProblem } from "./neutral-words";

/** The own texts that stand in a mail; comment and thanks stand on the page only. */
const IN_THE_MAIL = ["subject", "purpose", "question"] as const;

export type NeutralTextProblem = NeutralProblem & {
  language: Language;
  field: (typeof IN_THE_MAIL)[number] | "labels";
};

/** Where a survey's own words would make a mail more than a question. Empty: it may go out neutral. */
export function neutralTextProblems(options: Pick<SurveyOptions, "texts">): NeutralTextProblem[] {
  return LANGUAGES.flatMap((language) => {
    const own = options.texts[language];
    const texts = [
      ...IN_THE_MAIL.map((field) => ({ field, text: own?.[field] ?? "" })),
      ...(own?.labels ?? []).map((text) => ({ field: "labels" as const, text })),
    ];
    return texts.flatMap(({ field, text }) => {
      const problem = neutralProblem(text);
      return problem ? [{ ...problem, language, field }] : [];
    });
  });
}

import { formatDay } from "@/lib/format/date";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AuditFigure, TouchpointScore } from "@/lib/surveys/touchpoints/touchpoint.types";

type As = { locale: string; asOf: string };

/** "12 touchpoints, 3 not asked about in the past year" */
export function headlineWords(all: number, never: number, locale: string): string {
  const t = staffWords(locale, "touchpoints");
  if (all === 0) return t("map.headlineNone");
  return never === 0 ? t("map.headlineAll", { all }) : t("map.headlineSome", { all, never });
}

/** "348 asked, last answer 22 Nov" */
export function volumeWords(asked: number, lastOn: string | null, { locale, asOf }: As): string {
  const t = staffWords(locale, "touchpoints");
  const said = { asked: formatNumber(asked, locale) };
  if (lastOn === null) return asked > 0 ? t("map.asked", said) : "";
  const last = { date: formatDay(lastOn, locale, asOf) };
  return asked > 0 ? t("map.askedAndLast", { ...said, ...last }) : t("map.lastAnswer", last);
}

/** "78 % satisfied" */
export function scoreWords(score: TouchpointScore, { locale }: As): string {
  const share = formatPercent(score.value, locale);
  return staffWords(locale, "touchpoints")(`score.${score.question}`, { share });
}

/** "61 to 89 %, 23 answers" */
export function doubtWords(score: TouchpointScore, { locale }: As): string {
  const t = staffWords(locale, "touchpoints");
  const { n: count } = score;
  if (score.value === null) {
    return t("score.tooFew", { count, answers: score.answers.join(" · "), steps: score.steps });
  }
  const low = formatNumber(score.low * 100, locale);
  return t("score.interval", { low, high: formatPercent(score.high, locale), count });
}

/** "last on 22 Nov" */
export function lastWords(lastOn: string, { locale, asOf }: As): string {
  const date = formatDay(lastOn, locale, asOf);
  return staffWords(locale, "touchpoints")("audit.lastOn", { date });
}

/** "4.2 of 5, 3 looks" */
export function auditWords(audit: AuditFigure, { locale }: As): string {
  const mean = formatNumber(audit.mean, locale, 1);
  return staffWords(locale, "touchpoints")("audit.figure", { mean, count: audit.n });
}

/** Apart from every customer scale: its words are about the company's own standard. */
export const AUDIT_STEPS = ["1", "2", "3", "4", "5"] as const;

export function auditStepWords(score: number, locale: string): string {
  const step = AUDIT_STEPS.find((one) => one === String(score));
  return step ? staffWords(locale, "touchpoints")(`auditScale.${step}`) : "";
}

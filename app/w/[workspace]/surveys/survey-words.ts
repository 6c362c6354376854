import { staffWords } from "@/lib/i18n/staff-words";
import type { SurveySummary } from "@/lib/surveys/design/load-surveys";

type Asked = Pick<SurveySummary, "scope" | "touchpointName" | "followUps">;

/** "Touchpoint: Service visit", "The relationship" */
export function aboutWords({ scope, touchpointName }: Asked, locale: string): string {
  const t = staffWords(locale, "surveys");
  return scope === "touchpoint"
    ? t("about.touchpoint", { touchpoint: touchpointName ?? "" })
    : t("about.relationship");
}

/** "a comment, how we compare" */
export function alsoAsksWords({ followUps }: Asked, locale: string): string {
  const t = staffWords(locale, "surveys");
  return (["comment", ...followUps] as const).map((one) => t(`asked.${one}`)).join(", ");
}

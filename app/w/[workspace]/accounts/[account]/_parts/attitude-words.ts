import { staffWords } from "@/lib/i18n/staff-words";
import type { AttitudeDto, PersonDto } from "@/lib/loyalty/account-page.types";

export const WAYS = [
  "everyAnswer",
  "everyPerson",
  "leastConvinced",
  "signerFirst",
] as const satisfies (keyof AttitudeDto["ways"])[];

type Disagreement =
  | { kind: "apart" | "none" | "all" }
  | { kind: "two"; highest: string; lowest: string };

function who({ name, role }: PersonDto, locale: string): string {
  return staffWords(locale, "account")("attitude.who", { role: role ?? "none", name });
}

/** Who stands against whom, where the four ways fall apart. */
export function disagreement(
  people: readonly PersonDto[],
  line: number,
  locale: string,
): Disagreement {
  const scored = people
    .filter((person): person is PersonDto & { score: number } => person.score !== null)
    .sort((a, b) => a.score - b.score);
  const [lowest, highest] = [scored[0], scored.at(-1)];
  if (!lowest || !highest || lowest === highest) return { kind: "apart" };
  if (highest.score < line) return { kind: "none" };
  if (lowest.score >= line) return { kind: "all" };
  return { kind: "two", highest: who(highest, locale), lowest: who(lowest, locale) };
}

/** Whose voice decides the place on the map; or, without one, that the answer is left open. */
export function attitudeNote(attitude: AttitudeDto, locale: string): string {
  const t = staffWords(locale, "account");
  const { score, reason, way } = attitude;
  if (score === null) {
    return reason === null ? t("attitude.open") : t(`attitude.openBecause.${reason}`);
  }
  if (way === "leastConvinced") return t("attitude.decides.leastConvinced");
  return attitude.isFromTouchpointsOnly
    ? t("attitude.decides.touchpoints")
    : t("attitude.decides.others");
}

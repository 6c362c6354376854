import { clusteredShare } from "@/lib/metrics";
import { CODES } from "@/lib/surveys/design/question-codes";
import type { ReasonsDto } from "../drivers.types";
import { estimateDto } from "../estimate-dto";
import type { StayAnswer } from "./load-driver-answers";

/** Why customers stay: shares of people, the account as the unit. */
export function buildReasonsToStay(
  answers: readonly StayAnswer[],
  unitOf: (accountId: string) => string | undefined,
  fewest: number,
): ReasonsDto {
  const byUnit = new Map<string, string[]>();
  for (const { accountId, code } of answers) {
    const unit = unitOf(accountId);
    if (unit !== undefined) byUnit.set(unit, [...(byUnit.get(unit) ?? []), code]);
  }
  const units = [...byUnit.values()];
  const isTooFew = units.length < fewest;
  return {
    people: units.flat().length,
    accounts: units.length,
    isTooFew,
    reasons: (units.length === 0 ? [] : CODES.reason_to_stay).map((code) => {
      const rows = units.map((codes) => ({
        k: codes.filter((each) => each === code).length,
        n: codes.length,
      }));
      return {
        code,
        count: rows.reduce((sum, { k }) => sum + k, 0),
        share: isTooFew
          ? { value: null, low: null, high: null, n: units.length, reason: "tooFewAnswers" }
          : estimateDto(clusteredShare(rows)),
      };
    }),
  };
}

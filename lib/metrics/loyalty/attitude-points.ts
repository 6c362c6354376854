import { defaultLoyaltySettings } from "./settings";
import type { Answer, AttitudePoints } from "./types";

/**
 * Attitude points: how clear a yes is one answer?
 *
 * Formula: the points of the table for the question and answer; above .50 is a clear yes.
 *
 * @param answer question and value on the question's own scale
 * @param points the workspace's table
 * @param personId named in the error
 * @returns 0..1, or null for the answers that are not scored
 * Empty: null for "no real alternative" and "cannot say".
 * @throws RangeError when the answer is off its scale
 * @source Reichheld (2003) for NPS 9-10; Jones & Sasser (1995) for CSat 5; Holdfast's own construct
 * @example pointsOf({ question: "nps", value: 9 }) // => 0.7
 * @example pointsOf({ question: "relativeAdvantage", value: "cannotSay" }) // => null
 */
export function pointsOf(
  answer: Pick<Answer, "question" | "value">,
  points: AttitudePoints = defaultLoyaltySettings.points,
  personId = "",
): number | null {
  const { question, value } = answer;
  const row: { readonly [key: string]: number | null } | readonly number[] = points[question];
  const point = Array.isArray(row)
    ? row[Number(value) - lowestAnswer[question]]
    : (row as { readonly [key: string]: number | null })[value];
  if (point === undefined)
    throw new RangeError(`person ${personId}: ${question} answer ${value} is off its scale`);
  return point;
}

const lowestAnswer: { readonly [K in Answer["question"]]: number } = {
  nps: 0,
  satisfaction5: 1,
  satisfaction7: 1,
  satisfaction4: 1,
  satisfaction3: 1,
  relativeAdvantage: 0,
  switching: 0,
};

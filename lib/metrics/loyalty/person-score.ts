import { checkDay } from "../core/check";
import { mean } from "../core/order-statistics";
import type { PersonScore } from "./assessment-types";
import { pointsOf } from "./attitude-points";
import { defaultLoyaltySettings } from "./settings";
import type { Answer, AttitudePoints, LoyaltySettings, Person, SatisfactionScale } from "./types";

type PersonSettings = Pick<LoyaltySettings, "points" | "clearNoCap" | "answerDays">;
type Question = "nps" | "satisfaction" | "relativeAdvantage" | "switching";
type Counted = { readonly [K in Question]?: Answer };

/**
 * Person's score: does this person want to stay?
 *
 * Formula: liking = mean of the points of NPS and satisfaction; preference = mean of the points of
 * relative advantage and switching; score = mean of the two halves, or the one there is; after one
 * clear no (NPS 0-6, CSat 1-2, worse, switching no or not sure) at most .45. Counted are confirmed
 * answers of the last 365 days, the latest per question; touchpoint answers only where the person
 * has no relationship answer.
 *
 * @param person answers and role; role not known counts as user
 * @param asOfDay day number; later answers are not seen
 * @param settings points per answer, cap and age
 * @returns score 0..1 with its halves; null when no answer counts
 * Empty: null when nothing counts; score null when only unscored answers count.
 * @throws RangeError when an answer is off its scale, naming person and answer
 * @source Dick & Basu (1994); Reichheld (2003); Jones & Sasser (1995); Holdfast's own construct
 * @example personScore({ personId: "a", role: null, fromDay: 0, untilDay: null, invitations: [], answers: [{ day: 5, scope: "relationship", class: "confirmed", question: "nps", value: 8 }, { day: 5, scope: "relationship", class: "confirmed", question: "relativeAdvantage", value: "better" }] }, 10).score // => 0.65
 */
export function personScore(
  person: Person,
  asOfDay: number,
  settings: PersonSettings = defaultLoyaltySettings,
): PersonScore | null {
  const candidates = person.answers.filter((answer, index) => {
    checkDay(answer.day, () => `person ${person.personId} answers[${index}].day`);
    const age = asOfDay - answer.day;
    return answer.class === "confirmed" && age >= 0 && age <= settings.answerDays;
  });
  if (candidates.length === 0) return null;
  const fromRelationship = candidates.filter((answer) => answer.scope === "relationship");
  const isFromTouchpointsOnly = fromRelationship.length === 0;
  const counted = latestPerQuestion(
    isFromTouchpointsOnly ? candidates : fromRelationship,
    settings.points,
    person.personId,
  );
  return scoreOf(person, counted, isFromTouchpointsOnly, settings);
}

function scoreOf(
  person: Person,
  counted: Counted,
  isFromTouchpointsOnly: boolean,
  settings: PersonSettings,
): PersonScore {
  const { points, clearNoCap } = settings;
  const halfOf = (...answers: (Answer | undefined)[]) =>
    answers
      .map((answer) => (answer ? pointsOf(answer, points, person.personId) : null))
      .filter((point) => point !== null);
  const likingPoints = halfOf(counted.nps, counted.satisfaction);
  const preferencePoints = halfOf(counted.relativeAdvantage, counted.switching);
  const liking = mean(likingPoints);
  const preference = mean(preferencePoints);
  const raw = mean([liking, preference].filter((half) => half !== null));
  const answers = Object.values(counted);
  const hasClearNo = answers.some(isClearNo);
  return {
    personId: person.personId,
    role: person.role ?? "user",
    liking,
    preference,
    score: raw !== null && hasClearNo ? Math.min(raw, clearNoCap) : raw,
    hasClearNo,
    isFromTouchpointsOnly,
    lastAnswerDay: Math.max(...answers.map((answer) => answer.day)),
    nps: counted.nps?.question === "nps" ? voiceOf(counted.nps, counted.nps.value) : null,
    satisfaction: satisfactionOf(counted.satisfaction, points, person.personId),
    switching:
      counted.switching?.question === "switching"
        ? voiceOf(counted.switching, counted.switching.value)
        : null,
    relativeAdvantage:
      counted.relativeAdvantage?.question === "relativeAdvantage"
        ? voiceOf(counted.relativeAdvantage, counted.relativeAdvantage.value)
        : null,
    points: [...likingPoints, ...preferencePoints],
  };
}

function voiceOf<T>({ day }: Answer, value: T): { readonly value: T; readonly day: number } {
  return { value, day };
}

function satisfactionOf(
  given: Answer | undefined,
  points: AttitudePoints,
  personId: string,
): PersonScore["satisfaction"] {
  if (given === undefined || !isSatisfaction(given)) return null;
  const { question, value } = given;
  const score = pointsOf(given, points, personId);
  return score === null ? null : voiceOf(given, { question, answer: value, points: score });
}

function isSatisfaction(
  answer: Answer,
): answer is Extract<Answer, { question: SatisfactionScale }> {
  return questionOf(answer) === "satisfaction";
}

/** Two answers to one question on one day: the less favourable counts, so that row order never matters. */
function latestPerQuestion(
  answers: readonly Answer[],
  points: AttitudePoints,
  personId: string,
): Counted {
  const latest: { [K in Question]?: Answer } = {};
  for (const answer of answers) {
    const question = questionOf(answer);
    const held = latest[question];
    const isLater = held === undefined || answer.day > held.day;
    const isLower =
      held?.day === answer.day && rank(answer, points, personId) < rank(held, points, personId);
    if (isLater || isLower) latest[question] = answer;
  }
  return latest;
}

function rank(answer: Answer, points: AttitudePoints, personId: string): number {
  const point = pointsOf(answer, points, personId);
  return point ?? (answer.value === "noRealAlternative" ? 2 : 3);
}

function questionOf(answer: Answer): Question {
  switch (answer.question) {
    case "nps":
    case "relativeAdvantage":
    case "switching":
      return answer.question;
    default:
      return "satisfaction";
  }
}

/** The four questions' clear noes; on other satisfaction scales the answers that score no more than a 2 of 5. */
function isClearNo(answer: Pick<Answer, "question" | "value">): boolean {
  const { question, value } = answer;
  switch (question) {
    case "nps":
      return Number(value) <= 6;
    case "satisfaction5":
      return Number(value) <= 2;
    case "satisfaction7":
      return Number(value) <= 3;
    case "satisfaction4":
      return Number(value) <= 2;
    case "satisfaction3":
      return Number(value) <= 1;
    case "relativeAdvantage":
      return value === "worse";
    case "switching":
      return value !== "yes";
  }
}

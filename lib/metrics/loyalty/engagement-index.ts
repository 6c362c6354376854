import { checkNonNegative } from "../core/check";
import { isAtLeast } from "../core/result";
import { isContact } from "./account-attitude";
import type { RevenueSplit } from "./assessment-types";
import type { Engagement, Hearing } from "./follow-up-types";
import { answeredAfter, roleOf } from "./hearing";
import { defaultLoyaltySettings } from "./settings";
import type { AccountHistory, EngagementComponent, EngagementWeights } from "./types";

export type EngagementMeasures = { readonly [K in EngagementComponent]: number | null };

/** What counts as full, per component; all start at 0. */
const fullAt: EngagementWeights = {
  reach: 1,
  reply: 0.6,
  voice: 3,
  conversation: 3,
  ownChoice: 1,
  learning: 4,
};

/**
 * Engagement index: how much does the customer take part?
 *
 * Formula: each component c = measure / full mark, cut at 1; index = 100 x sum of weight x c / sum of
 * weights, over the components that are present.
 *
 * @param measures per component the raw measure (shares 0..1, counts), null where not known
 * @param weights weight per component
 * @returns index 0..100, share of the weight present 0..1, and each c 0..1
 * Empty: null below 60 % of the weight; a missing component is not 0.
 * @throws RangeError when a measure is negative or not finite, naming the component
 * @source Holdfast's own construct
 * @example engagementIndex({ reach: 2 / 3, reply: 0.5, voice: 2, conversation: 1, ownChoice: null, learning: null }).value // => 60.8
 */
export function engagementIndex(
  measures: EngagementMeasures,
  weights: EngagementWeights = defaultLoyaltySettings.engagementWeights,
): Engagement {
  const components = { ...measures } as { [K in EngagementComponent]: number | null };
  let present = 0;
  let all = 0;
  let weighted = 0;
  for (const key of Object.keys(fullAt) as EngagementComponent[]) {
    const measure = measures[key];
    all += weights[key];
    if (measure === null) continue;
    const c = Math.min(1, checkNonNegative(measure, `measures.${key}`) / fullAt[key]);
    components[key] = c;
    present += weights[key];
    weighted += weights[key] * c;
  }
  const weightPresent = all === 0 ? 0 : present / all;
  const isEnough = present > 0 && isAtLeast(weightPresent, 0.6);
  return { value: isEnough ? (100 * weighted) / present : null, weightPresent, components };
}

/**
 * Engagement measures: what the history says about each component. A component nobody ever fed
 * (no logged contact, no voice, no recorded choice) is not known rather than 0.
 */
export function engagementMeasures(
  history: AccountHistory,
  asOfDay: number,
  hearing: Hearing,
  split: RevenueSplit,
  days: { answerDays: number; heardDays: number } = defaultLoyaltySettings,
): EngagementMeasures {
  const inLast = (day: number, span: number) => day <= asOfDay && asOfDay - day <= span;
  let voice = 0;
  let contacts = 0;
  let training = 0;
  const seen = { voice: false, contact: false, training: false };
  for (const event of history.events) {
    if (event.day > asOfDay) continue;
    const { kind, day } = event;
    if (kind === "contact") {
      seen.contact = true;
      if (inLast(day, 90)) contacts += 1;
    } else if (kind === "comment" || kind === "idea" || kind === "complaint") {
      seen.voice = true;
      if (inLast(day, days.answerDays)) voice += 1;
    } else if (kind === "training") {
      seen.training = true;
      if (inLast(day, days.answerDays)) training += 1;
    }
  }
  const isEverAnswered = history.people.some((person) => answeredAfter(person, -Infinity, asOfDay));
  const recorded = split.chosenMinor + split.byItselfMinor;
  return {
    reach: reach(history, asOfDay, hearing, days.heardDays),
    reply: reply(history, asOfDay, days.answerDays),
    voice: seen.voice || isEverAnswered ? voice : null,
    conversation: seen.contact ? contacts : null,
    ownChoice: recorded > 0 ? Math.max(0, Math.min(1, split.chosenMinor / recorded)) : null,
    learning: seen.training ? training : null,
  };
}

/** Heard from, or spoken with where the contact's role was logged. */
function reach(
  history: AccountHistory,
  asOfDay: number,
  hearing: Hearing,
  span: number,
): number | null {
  if (hearing.rolesPresent.length === 0) return null;
  const spoken = new Set(
    history.events.map((event) =>
      event.kind === "contact" && event.day <= asOfDay && asOfDay - event.day <= span
        ? event.role
        : null,
    ),
  );
  const reached = hearing.rolesPresent.filter(
    (role) =>
      spoken.has(role) ||
      history.people.some(
        (person) =>
          isContact(person, asOfDay) &&
          roleOf(person) === role &&
          answeredAfter(person, asOfDay - span - 1, asOfDay),
      ),
  );
  return reached.length / hearing.rolesPresent.length;
}

function reply(history: AccountHistory, asOfDay: number, span: number): number | null {
  let asked = 0;
  let answered = 0;
  for (const person of history.people)
    for (const { deliveredDay, answeredDay } of person.invitations) {
      if (deliveredDay > asOfDay || asOfDay - deliveredDay > span) continue;
      asked += 1;
      if (answeredDay !== null && answeredDay <= asOfDay) answered += 1;
    }
  return asked < 2 ? null : answered / asked;
}

import { isContact } from "./account-attitude";
import type { RevenueSplit } from "./assessment-types";
import type { Hearing } from "./follow-up-types";
import { answeredAfter, roleOf } from "./hearing";
import { defaultLoyaltySettings } from "./settings";
import type { AccountEvent, AccountHistory, EngagementComponent, RecordedFrom } from "./types";

export type EngagementMeasures = { readonly [K in EngagementComponent]: number | null };

type MeasureSettings = {
  readonly answerDays: number;
  readonly heardDays: number;
};

const conversationDays = 90;

/**
 * Engagement measures: what the history says about each component. What the workspace records and the
 * account has none of is 0; what nobody records is not known.
 */
export function engagementMeasures(
  history: AccountHistory,
  asOfDay: number,
  hearing: Pick<Hearing, "rolesPresent">,
  split: Pick<RevenueSplit, "chosenMinor" | "byItselfMinor">,
  settings: MeasureSettings = defaultLoyaltySettings,
  recorded: RecordedFrom = recordedFrom(history.events),
): EngagementMeasures {
  const countOf = (kinds: readonly AccountEvent["kind"][], span: number) =>
    history.events.filter(
      ({ kind, day }) => kinds.includes(kind) && day <= asOfDay && asOfDay - day <= span,
    ).length;
  const isRecorded = (from: number | null) => from !== null && from <= asOfDay;
  const isEverAnswered = history.people.some((person) => answeredAfter(person, -Infinity, asOfDay));
  const decided = split.chosenMinor + split.byItselfMinor;
  const { answerDays } = settings;
  return {
    reach: reach(history, asOfDay, hearing, settings.heardDays),
    reply: reply(history, asOfDay, answerDays),
    voice: isRecorded(recorded.voice) || isEverAnswered ? countOf(voiceKinds, answerDays) : null,
    conversation: isRecorded(recorded.contact) ? countOf(["contact"], conversationDays) : null,
    ownChoice: decided > 0 ? Math.max(0, Math.min(1, split.chosenMinor / decided)) : null,
    learning: isRecorded(recorded.training) ? countOf(["training"], answerDays) : null,
  };
}

const voiceKinds = ["comment", "idea", "complaint"] as const;

/**
 * Recorded from: since when does somebody record what engagement counts?
 *
 * Formula: the first day of a contact; of a comment, an idea or a complaint; of a training day.
 *
 * @param events of one account, or of all accounts of a workspace
 * @returns a day number each
 * Empty: null for what was never recorded.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example recordedFrom([{ kind: "idea", day: 9 }, { kind: "comment", day: 4 }]) // => { contact: null, voice: 4, training: null }
 */
export function recordedFrom(events: readonly Pick<AccountEvent, "kind" | "day">[]): RecordedFrom {
  const firstOf = (kinds: readonly AccountEvent["kind"][]) =>
    events.reduce<number | null>(
      (first, { kind, day }) =>
        kinds.includes(kind) && (first === null || day < first) ? day : first,
      null,
    );
  return {
    contact: firstOf(["contact"]),
    voice: firstOf(voiceKinds),
    training: firstOf(["training"]),
  };
}

/** Heard from, or spoken with where the contact's role was logged. */
function reach(
  history: AccountHistory,
  asOfDay: number,
  hearing: Pick<Hearing, "rolesPresent">,
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
          !person.isUnnamed &&
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

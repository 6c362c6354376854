import { shiftMonths } from "../core/calendar";
import { isContact } from "./account-attitude";
import type { Hearing } from "./follow-up-types";
import { lastOrderDay } from "./running-revenue";
import { defaultLoyaltySettings } from "./settings";
import type { AccountHistory, Person, Role } from "./types";

const roles: readonly Role[] = ["decisionMaker", "influencer", "user"];

/**
 * Hearing: whom have we asked at this account, who answered, and when did we last hear from it?
 *
 * Formula: last heard = the latest confirmed answer, complaint, two-way contact or signed
 * negotiation; silent = not heard for 180 days and two invitations in two waves delivered since;
 * not asked = not heard for 180 days and fewer. A role gap is a role with a contact and no answer in
 * 180 days.
 *
 * @param history one account
 * @param asOfDay day number
 * @param isKnown whether the account's attitude is not null
 * @param settings how many days count as long
 * @returns signs, silence, the quarter's coverage and role gaps
 * Empty: last heard null; an account that was never heard counts as quiet once it has been a customer
 *   or a contact for 180 days.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example hearing(emptyAccountHistory, 0, false).lastHeardDay // => null
 */
export function hearing(
  history: AccountHistory,
  asOfDay: number,
  isKnown: boolean,
  settings: { heardDays: number } = defaultLoyaltySettings,
): Hearing {
  const { heardDays } = settings;
  const quarterStart = shiftMonths(asOfDay, -3);
  const lastHeardDay = lastSign(history, asOfDay);
  const quietSince = lastHeardDay ?? firstDay(history);
  const isQuiet = quietSince !== null && asOfDay - quietSince >= heardDays;
  const isSilent = isQuiet && wavesDelivered(history.people, lastHeardDay, asOfDay) >= 2;
  const contacts = history.people.filter(
    (person) => !person.isUnnamed && isContact(person, asOfDay),
  );
  const rolesPresent = roles.filter((role) => contacts.some((person) => roleOf(person) === role));
  const heardSince = (role: Role | null, day: number) =>
    contacts.some(
      (person) => (role === null || roleOf(person) === role) && answeredAfter(person, day, asOfDay),
    );
  const roleGaps = rolesPresent.filter((role) => !heardSince(role, asOfDay - heardDays - 1));
  return {
    isKnown,
    lastHeardDay,
    lastOrderDay: lastOrderDay(history.orders, asOfDay),
    isSilent,
    isNotAsked: isQuiet && !isSilent,
    isAskedInQuarter: history.people.some((person) =>
      person.invitations.some(({ deliveredDay: day }) => day > quarterStart && day <= asOfDay),
    ),
    isHeardInQuarter: history.people.some((person) => answeredAfter(person, quarterStart, asOfDay)),
    isSignerHeardInQuarter: heardSince("decisionMaker", quarterStart),
    isDecisionMakerHeard: heardSince("decisionMaker", asOfDay - heardDays - 1),
    hasDecisionMaker: rolesPresent.includes("decisionMaker"),
    rolesPresent,
    roleGaps,
  };
}

export function roleOf(person: Person): Role {
  return person.role ?? "user";
}

/** A confirmed answer after one day and not after another. */
export function answeredAfter(person: Person, afterDay: number, asOfDay: number): boolean {
  return person.answers.some(
    (answer) => answer.class === "confirmed" && answer.day > afterDay && answer.day <= asOfDay,
  );
}

function lastSign(history: AccountHistory, asOfDay: number): number | null {
  let latest = Number.NEGATIVE_INFINITY;
  const see = (day: number) => {
    if (day <= asOfDay && day > latest) latest = day;
  };
  for (const person of history.people)
    for (const answer of person.answers) if (answer.class === "confirmed") see(answer.day);
  for (const event of history.events) {
    if (event.kind === "contact" || event.kind === "complaint") see(event.day);
    if (event.kind === "negotiation" && event.isSigned) see(event.closedDay ?? event.day);
  }
  return latest === Number.NEGATIVE_INFINITY ? null : latest;
}

function wavesDelivered(people: readonly Person[], since: number | null, asOfDay: number): number {
  const waves = new Set<string>();
  for (const person of people)
    for (const { deliveredDay, waveId } of person.invitations)
      if (deliveredDay <= asOfDay && (since === null || deliveredDay > since)) waves.add(waveId);
  return waves.size;
}

/** When the account first was a customer or had a contact: before that nobody could have been asked. */
function firstDay(history: AccountHistory): number | null {
  const days = [
    ...history.contracts.map((contract) => contract.startDay),
    ...history.people.map((person) => person.fromDay),
  ];
  const firstOrder = history.orders.orderDays[0];
  if (firstOrder !== undefined) days.push(firstOrder);
  return days.length === 0 ? null : Math.min(...days);
}

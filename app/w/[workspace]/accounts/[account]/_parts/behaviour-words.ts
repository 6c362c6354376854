import { formatCount, formatTimes, sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatChange } from "@/lib/format/number";
import type { AttitudeDto, BehaviourDto, PersonDto } from "@/lib/loyalty/account-page.types";
import { ROLE_WORDS } from "../../../_loyalty/words/answer-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";

function keptSentence(behaviour: BehaviourDto, as: ReadAs): string | null {
  const { kept, isIndexed, contractMinor, orderMinor } = behaviour;
  if (kept.ratio === null) return null;
  const what =
    orderMinor === 0 ? "Contract" : contractMinor === 0 ? "Orders" : "Contracts and orders";
  const indexed = isIndexed ? " (indexed)" : "";
  const change = formatChange(kept.ratio - 1, as.locale);
  const steady = Math.abs(kept.ratio - 1) < 0.005;
  const base = steady ? `${what} as a year ago` : `${what} ${change} on a year ago${indexed}`;
  if (kept.note === "tooLumpyToSay") return `${base}, too lumpy to say more.`;
  if (kept.note === "noRealChange") return `${base}, no real change.`;
  return `${base}.`;
}

function renewalSentence({ renewedByItself, renewedBySignature }: BehaviourDto): string | null {
  const parts = [
    renewedBySignature > 0 ? `${formatTimes(renewedBySignature)} by signature` : null,
    renewedByItself > 0 ? `${formatTimes(renewedByItself)} by itself` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? `Renewed ${parts.join(", ")}.` : null;
}

/** "Last order 94 days ago, usually every 31, longest 48. Late since 31 Aug; counts as lost from 1 Nov." */
export function rhythmSentence({ rhythm }: BehaviourDto, as: ReadAs): string | null {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  if (rhythm.status === null) {
    if (rhythm.reason === "noOrders" || rhythm.lastOrderOn === null) return null;
    return `Last order ${day(rhythm.lastOrderOn)}; no rhythm yet.`;
  }
  const base = `Last order ${formatCount(rhythm.sinceDays, "day")} ago, usually every ${rhythm.usualDays}, longest ${rhythm.longestDays}.`;
  switch (rhythm.status) {
    case "onTime":
      return `${base} On time.`;
    case "due":
      return `${base} Due; late from ${day(rhythm.lateOn)}.`;
    case "late":
      return `${base} Late since ${day(rhythm.lateOn)}; counts as lost from ${day(rhythm.lostOn)}.`;
    case "lost":
      return `${base} Counts as lost since ${day(rhythm.lostOn)}.`;
  }
}

/** Everything the behaviour score rests on, in sentences. */
export function behaviourSentences(behaviour: BehaviourDto, as: ReadAs): string[] {
  const short = behaviour.isShortHistory
    ? `Short history (${behaviour.windowMonths} months), seasons differ.`
    : null;
  const tooNew =
    behaviour.reason === "tooNew"
      ? `Too new${behaviour.knownFrom ? `; known from ${formatDay(behaviour.knownFrom, as.locale, as.asOf)}` : ""}.`
      : behaviour.reason === "historyTooShort"
        ? "The data are too young to compare with a year ago."
        : null;
  return [
    tooNew,
    keptSentence(behaviour, as),
    renewalSentence(behaviour),
    rhythmSentence(behaviour, as),
    short,
  ].filter((sentence) => sentence !== null);
}

export const WAY_WORDS: Record<keyof AttitudeDto["ways"], string> = {
  everyAnswer: "Every answer",
  everyPerson: "Every person",
  leastConvinced: "Least convinced decision-maker",
  signerFirst: "Signer first",
};

function who(person: PersonDto): string {
  return person.role ? `${ROLE_WORDS[person.role]} ${person.name}` : person.name;
}

/** Who stands against whom, where the four ways fall apart. */
export function disagreement(people: readonly PersonDto[], line: number): string {
  const scored = people
    .filter((person): person is PersonDto & { score: number } => person.score !== null)
    .sort((a, b) => a.score - b.score);
  const [lowest, highest] = [scored[0], scored.at(-1)];
  if (!lowest || !highest || lowest === highest) return "the four ways lie far apart.";
  if (highest.score < line) return "none is convinced, but some much less than others.";
  if (lowest.score >= line) return "all are convinced, but some much more than others.";
  return `${who(highest)} is convinced, ${who(lowest)} is not.`;
}

export function attitudeNote(attitude: AttitudeDto): string {
  if (attitude.way === "leastConvinced") {
    return "The least convinced decision-maker decides the place on the map";
  }
  const from = attitude.isFromTouchpointsOnly ? ", from touchpoints only" : "";
  return sentenceCase(`no decision-maker answered: those who did decide the place${from}`);
}

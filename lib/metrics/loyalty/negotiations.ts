import { isAtLeast } from "../core/result";
import { isOpen } from "./open-events";
import type { AccountEvent } from "./types";

type Negotiation = Extract<AccountEvent, { kind: "negotiation" }>;

/** By opening; of two of one day the one that is open longer, asks more or took more rounds comes last. */
function negotiations(events: readonly AccountEvent[]): Negotiation[] {
  const keyOf = ({ day, closedDay, discountAsked, rounds }: Negotiation) => [
    day,
    closedDay ?? Number.MAX_SAFE_INTEGER,
    discountAsked ?? -1,
    rounds ?? -1,
  ];
  return events
    .filter((event) => event.kind === "negotiation")
    .map((round) => ({ round, key: keyOf(round) }))
    .sort((a, b) => a.key.map((part, i) => part - (b.key[i] ?? 0)).find((gap) => gap !== 0) ?? 0)
    .map(({ round }) => round);
}

/** In the open round; without one, in the last 90 days. */
export function isRivalNamed(events: readonly AccountEvent[], asOfDay: number): boolean {
  const open = negotiations(events).findLast((round) => isOpen(round, asOfDay));
  const since = open?.day ?? asOfDay - 90;
  return events.some((event) => event.kind === "rivalNamed" && event.day >= since);
}

/** Against the round before: discount asked up 5 points, 1.5 times the days open, or one more round. */
export function isTougher(events: readonly AccountEvent[], asOfDay: number): boolean {
  const [before, now] = negotiations(events).slice(-2);
  if (before === undefined || now === undefined) return false;
  if (!isOpen(now, asOfDay) && asOfDay - (now.closedDay as number) > 365) return false;
  const daysOpen = (round: Negotiation) =>
    Math.min(round.closedDay ?? asOfDay, asOfDay) - round.day;
  const asksMore =
    before.discountAsked !== null &&
    now.discountAsked !== null &&
    isAtLeast(now.discountAsked - before.discountAsked, 0.05);
  const takesLonger =
    !isOpen(before, asOfDay) && daysOpen(before) > 0 && daysOpen(now) >= 1.5 * daysOpen(before);
  const hasMoreRounds = before.rounds !== null && now.rounds !== null && now.rounds > before.rounds;
  return asksMore || takesLonger || hasMoreRounds;
}

import { shiftMonths } from "../core/calendar";
import { isAtLeast, isAtMost } from "../core/result";
import type { Attitude, Behaviour, Rhythm } from "./assessment-types";
import type { Hearing, RenewalSignal, SignalCode } from "./follow-up-types";
import { defaultLoyaltySettings } from "./settings";
import type {
  AccountEvent,
  AccountHistory,
  LoyaltySettings,
  ManagerCall,
  Switching,
} from "./types";
import { walletFall } from "./wallet-share";

export type SignalInput = {
  readonly history: Pick<AccountHistory, "events" | "wallets">;
  readonly asOfDay: number;
  readonly attitude: Pick<Attitude, "ways" | "disagree">;
  readonly behaviour: Pick<Behaviour, "kept" | "rhythmScore">;
  readonly rhythm: Rhythm;
  readonly hearing: Pick<Hearing, "isDecisionMakerHeard" | "isSilent">;
  readonly switching: Switching | null;
};

type SignalSettings = Pick<
  LoyaltySettings,
  "line" | "keptLine" | "unhappyUpTo" | "answerDays" | "heardDays"
>;

/**
 * Renewal signal: what do we know that speaks against the next renewal?
 *
 * Formula: strong rules S1-S6 and weak rules W1-W8, all listed. At risk: any strong or three weak.
 * Watch: one or two weak. On track: none, and a decision-maker heard in 180 days. Cannot say: none,
 * and no decision-maker heard. The manager's call stands beside it; they differ on safe against at
 * risk, or at risk against on track.
 *
 * @param input the account's scores and its events up to the as-of day
 * @param settings lines and days
 * @returns verdict, the codes that hold, the manager's latest call (old after 60 days)
 * Empty: cannotSay when nothing but W2 holds: no decision-maker heard is no evidence against the
 *   renewal by itself, though it counts as one of three weak.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example renewalSignal({ history: emptyAccountHistory, asOfDay: 0, attitude: accountAttitude([], 0), behaviour: { kept: keptRevenue({ runningMinor: 0, baseMinor: 0 }), rhythmScore: null }, rhythm: orderRhythm([], 0), hearing: hearing(emptyAccountHistory, 0, false), switching: null }).verdict // => "cannotSay"
 */
export function renewalSignal(
  input: SignalInput,
  settings: SignalSettings = defaultLoyaltySettings,
): RenewalSignal {
  const codes = [...strongCodes(input, settings), ...weakCodes(input, settings)];
  const verdict = verdictOf(codes, input.hearing.isDecisionMakerHeard);
  const call = latestCall(input.history.events, input.asOfDay);
  const theyDiffer = call !== null && callAndSignalDiffer(call.call, verdict);
  return { verdict, codes, call, theyDiffer };
}

/**
 * Call against signal: do the manager and the evidence say opposite things?
 *
 * Formula: safe against at risk, or at risk against on track.
 *
 * @param call what the manager said
 * @param verdict what the renewal signal says
 * @returns whether they differ
 * Empty: a call or signal that says neither yes nor no differs from nothing.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example callAndSignalDiffer("safe", "atRisk") // => true
 */
export function callAndSignalDiffer(call: ManagerCall, verdict: RenewalSignal["verdict"]): boolean {
  return (call === "safe" && verdict === "atRisk") || (call === "atRisk" && verdict === "onTrack");
}

function verdictOf(codes: readonly SignalCode[], isSignerHeard: boolean): RenewalSignal["verdict"] {
  const weak = codes.filter((code) => code.startsWith("W"));
  if (weak.length < codes.length || weak.length >= 3) return "atRisk";
  if (weak.some((code) => code !== "W2")) return "watch";
  return isSignerHeard ? "onTrack" : "cannotSay";
}

function strongCodes(input: SignalInput, settings: SignalSettings): SignalCode[] {
  const { attitude, behaviour, rhythm, switching, asOfDay } = input;
  const events = input.history.events.filter((event) => event.day <= asOfDay);
  const within = (day: number) => asOfDay - day <= settings.answerDays;
  const least = attitude.ways.leastConvinced;
  const proven = behaviour.kept.provenRatio;
  const isLate = rhythm.status === "late" || rhythm.status === "lost";
  const rules: [SignalCode, boolean][] = [
    ["S1", least !== null && isAtMost(least, settings.unhappyUpTo)],
    [
      "S2",
      switching === "no" ||
        events.some((event) => event.kind === "lookingElsewhere" && within(event.day)),
    ],
    ["S3", isRivalNamed(events, asOfDay)],
    [
      "S4",
      (proven !== null && !isAtLeast(proven, settings.keptLine)) ||
        (behaviour.rhythmScore !== null && isLate),
    ],
    ["S5", events.some((event) => event.kind === "promise" && isOverdue(event, asOfDay))],
    [
      "S6",
      events.some((event) => event.kind === "contact" && event.hintsNotice && within(event.day)),
    ],
  ];
  return rules.filter(([, holds]) => holds).map(([code]) => code);
}

function weakCodes(input: SignalInput, settings: SignalSettings): SignalCode[] {
  const { attitude, hearing, asOfDay } = input;
  const events = input.history.events.filter((event) => event.day <= asOfDay);
  const least = attitude.ways.leastConvinced;
  const complaints = events.filter((event) => event.kind === "complaint");
  const yearAgo = shiftMonths(asOfDay, -12);
  const fall = walletFall(input.history.wallets, asOfDay);
  const rules: [SignalCode, boolean][] = [
    [
      "W1",
      least !== null && !isAtMost(least, settings.unhappyUpTo) && !isAtLeast(least, settings.line),
    ],
    ["W2", !hearing.isDecisionMakerHeard],
    ["W3", hearing.isSilent],
    [
      "W4",
      complaints.filter((event) => event.day > yearAgo).length >= 2 ||
        complaints.some((event) => isOpen(event, asOfDay)),
    ],
    ["W5", isTougher(events, asOfDay)],
    ["W6", fall !== null && isAtLeast(fall, 0.1)],
    [
      "W7",
      events.some(
        (event) =>
          (event.kind === "ownerChanged" || event.kind === "mainContactChanged") &&
          asOfDay - event.day <= settings.heardDays,
      ),
    ],
    ["W8", attitude.disagree],
  ];
  return rules.filter(([, holds]) => holds).map(([code]) => code);
}

type Closable = { readonly closedDay: number | null };

export function isOpen(event: Closable, asOfDay: number): boolean {
  return event.closedDay === null || event.closedDay > asOfDay;
}

export function isOverdue(
  event: Closable & { readonly dueDay: number | null },
  asOfDay: number,
): boolean {
  return event.dueDay !== null && event.dueDay < asOfDay && isOpen(event, asOfDay);
}

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
function isRivalNamed(events: readonly AccountEvent[], asOfDay: number): boolean {
  const open = negotiations(events).findLast((round) => isOpen(round, asOfDay));
  const since = open?.day ?? asOfDay - 90;
  return events.some((event) => event.kind === "rivalNamed" && event.day >= since);
}

/** Against the round before: discount asked up 5 points, 1.5 times the days open, or one more round. */
function isTougher(events: readonly AccountEvent[], asOfDay: number): boolean {
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

/** Of two calls of one day the more worried one counts. */
const worry: { readonly [K in ManagerCall]: number } = { safe: 0, unsure: 1, atRisk: 2 };

function latestCall(events: readonly AccountEvent[], asOfDay: number): RenewalSignal["call"] {
  const call = events
    .filter((event) => event.kind === "managerCall")
    .filter(({ day }) => day <= asOfDay)
    .sort((a, b) => a.day - b.day || worry[a.call] - worry[b.call])
    .at(-1);
  if (call === undefined) return null;
  return { call: call.call, day: call.day, isOld: asOfDay - call.day > 60 };
}

import { shiftMonths } from "../core/calendar";
import { isAtLeast, isAtMost } from "../core/result";
import type { Attitude, Behaviour, Rhythm } from "./assessment-types";
import type { Hearing, RenewalSignal, SignalCode } from "./follow-up-types";
import { isRivalNamed, isTougher } from "./negotiations";
import { isOpen, isOverdue } from "./open-events";
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

import type { Estimate } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";
import { type Ranking, rankingOf } from "./concordance-ranking";

/** From the darkest to the brightest; what was not said has no place in the order. */
const calls = ["atRisk", "unsure", "safe", "notSaid"] as const;
const signals = ["atRisk", "watch", "onTrack", "cannotSay"] as const;

export type CallRow = {
  /** What the manager said before the decision. */
  readonly call: (typeof calls)[number];
  /** What the renewal signal said then. */
  readonly signal: (typeof signals)[number];
  /** How the decision went. */
  readonly isRetained: boolean;
};

export type CallsAndSignals = {
  /** Every call against every signal, from the darkest on. */
  readonly table: readonly (Pick<CallRow, "call" | "signal"> & { readonly retained: Estimate })[];
  readonly calls: readonly (Pick<CallRow, "call"> & { readonly retained: Estimate })[];
  readonly signals: readonly (Pick<CallRow, "signal"> & { readonly retained: Estimate })[];
  /** Among those on which they differed, the share in which the call was right. */
  readonly callRight: Estimate;
  /** Which of the two orders accounts better, where both said something. */
  readonly ranking: Ranking;
  readonly n: number;
};

/**
 * Calls, signals, outcomes: who was right, the manager's call or the signal?
 *
 * Formula: retained share (Wilson) per call, per signal and per pair of both. They differ on safe
 * against at risk and on at risk against on track; the call was right where the account called safe
 * stayed or the one called at risk left, else the signal was. Concordance of both on the accounts where
 * both said something.
 *
 * @param rows one row per decision: call (notSaid where none), signal, and how it went
 * @returns the shares, how often the call was right when they differed, the concordances; n decisions
 * Empty: shares null with noData where nothing stands.
 * @throws RangeError when a call or a signal is not one of those there are, naming the row
 * @source Wilson (1927); DeLong et al. (1988); Meehl, Clinical versus Statistical Prediction (1954), on the question
 * @example callsAndSignals([{ call: "safe", signal: "atRisk", isRetained: false }]).callRight.value // => 0
 */
export function callsAndSignals(rows: readonly CallRow[]): CallsAndSignals {
  rows.forEach(({ call, signal }, index) => {
    if (!calls.includes(call)) throw new RangeError(`rows[${index}].call is not known: ${call}`);
    if (!signals.includes(signal))
      throw new RangeError(`rows[${index}].signal is not known: ${signal}`);
  });
  const differing = rows.filter(
    ({ call, signal }) =>
      (call === "safe" && signal === "atRisk") || (call === "atRisk" && signal === "onTrack"),
  );
  const right = differing.filter(({ call, isRetained }) => (call === "safe") === isRetained);
  return {
    table: calls.flatMap((call) =>
      signals.map((signal) => ({
        call,
        signal,
        retained: shareRetained(rows.filter((row) => row.call === call && row.signal === signal)),
      })),
    ),
    calls: calls.map((call) => ({
      call,
      retained: shareRetained(rows.filter((row) => row.call === call)),
    })),
    signals: signals.map((signal) => ({
      signal,
      retained: shareRetained(rows.filter((row) => row.signal === signal)),
    })),
    callRight: wilsonInterval(right.length, differing.length),
    ranking: rankingOf(
      rows.map(({ call, signal, isRetained }) => ({
        isRetained,
        scores: { call: placeOf(calls, call), signal: placeOf(signals, signal) },
      })),
      ["call", "signal"],
    ),
    n: rows.length,
  };
}

function shareRetained(rows: readonly CallRow[]): Estimate {
  return wilsonInterval(rows.filter(({ isRetained }) => isRetained).length, rows.length);
}

function placeOf<Word extends string>(words: readonly Word[], word: Word): number | null {
  const place = words.indexOf(word);
  return place === words.length - 1 ? null : place;
}

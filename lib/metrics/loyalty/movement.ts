import { isAtLeast } from "../core/result";
import type { AccountAssessment, LoyaltyState } from "./assessment-types";

export type Movement =
  | { readonly kind: "moved"; readonly from: LoyaltyState; readonly to: LoyaltyState }
  | {
      readonly kind: "noLongerKnown" | "nowHeard";
      readonly from: LoyaltyState;
      readonly to: LoyaltyState;
    }
  | { readonly kind: "joined" | "left" | "none" };

/** Of an assessment what tells where the account stood; the evidence is asked of the later one only. */
type StoodAt = Pick<AccountAssessment, "accountId" | "asOfDay" | "standing"> & {
  readonly behaviour: Pick<AccountAssessment["behaviour"], "score">;
  readonly attitude: Pick<AccountAssessment["attitude"], "score">;
};

/**
 * Movement: did an account change its state, and on evidence?
 *
 * Formula: moved = the state differs, there is new evidence on the axis that crossed (a new confirmed
 * answer; a new order, missed line or contract event), and that score changed by at least .10; or
 * notice was given or taken back. Known to not known, or a state that changed only because an answer
 * grew too old, is no longer known; not known to known is now heard.
 *
 * @param before assessment at the earlier day
 * @param after assessment of the same account at the later day, under the same settings
 * @param line the cut on both axes, 0..1
 * @returns the kind of movement and the two states
 * Empty: joined or left when the account is active on one of the days only, none when on neither.
 * @throws RangeError when the days are not in order or the accounts differ
 * @source Holdfast's own construct
 * @example loyaltyMovement(assessAccount(emptyAccountHistory, 0, { dataFromMonth: 0, settings: defaultLoyaltySettings }), assessAccount(emptyAccountHistory, 30, { dataFromMonth: 0, settings: defaultLoyaltySettings })).kind // => "none"
 */
export function loyaltyMovement(before: StoodAt, after: AccountAssessment, line = 0.5): Movement {
  if (before.accountId !== after.accountId)
    throw new RangeError("before and after must be the same account");
  if (after.asOfDay < before.asOfDay)
    throw new RangeError("after.asOfDay must not come before before.asOfDay");
  if (before.standing === null || after.standing === null) {
    if (before.standing !== null) return { kind: "left" };
    return { kind: after.standing === null ? "none" : "joined" };
  }
  const from = before.standing.state;
  const to = after.standing.state;
  if (from === to) return { kind: "none" };
  if (after.standing.reason === "noticeGiven" || before.standing.reason === "noticeGiven")
    return { kind: "moved", from, to };
  if (to === "notKnown") return { kind: "noLongerKnown", from, to };
  if (from === "notKnown") return { kind: "nowHeard", from, to };
  const moved = (axis: Axis) =>
    hasCrossed(before, after, axis, line) &&
    isNewOn(before, after, axis) &&
    isAtLeast(Math.abs((after[axis].score ?? 0) - (before[axis].score ?? 0)), 0.1);
  if (moved("attitude") || moved("behaviour")) return { kind: "moved", from, to };
  const hasOnlyAged =
    hasCrossed(before, after, "attitude", line) && !isNewOn(before, after, "attitude");
  return hasOnlyAged ? { kind: "noLongerKnown", from, to } : { kind: "none" };
}

type Axis = "attitude" | "behaviour";

function hasCrossed(before: StoodAt, after: AccountAssessment, axis: Axis, line: number): boolean {
  const was = before[axis].score;
  const is = after[axis].score;
  return was !== null && is !== null && isAtLeast(was, line) !== isAtLeast(is, line);
}

function isNewOn(before: StoodAt, after: AccountAssessment, axis: Axis): boolean {
  const day = after.evidence[`${axis}Day`];
  return day !== null && day > before.asOfDay;
}

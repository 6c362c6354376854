import { compareText } from "../core/compare-text";
import { isAtLeast } from "../core/result";
import type { AccountAssessment, LoyaltyState } from "./assessment-types";
import type { RoomToGrow } from "./room-to-grow";

export type GrowLine = {
  readonly accountId: string;
  readonly name: string;
  readonly state: LoyaltyState;
  /** Attitude at the line or above: it wants to stay, so asking for more is welcome. */
  readonly isConvinced: boolean;
  readonly room: RoomToGrow;
};

export type GrowListInput = {
  readonly assessments: readonly Pick<AccountAssessment, "accountId" | "standing" | "attitude">[];
  readonly roomOf: (accountId: string) => RoomToGrow;
  readonly nameOf: (accountId: string) => string;
  /** The cut on the attitude axis, 0..1. */
  readonly line?: number;
};

/**
 * Grow list: with whom could we do more, and who would welcome it?
 *
 * Formula: every active account with room to grow that is not leaving; those with attitude at least .50
 * first, inside a group by room, then name.
 *
 * @param input assessments of one as-of day, room and name per account, and the line of attitude
 * @returns one line per account, money in yearly minor units; a list of its own, apart from the worklist
 * Empty: no lines when no room is known and no type is typical.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example growList({ assessments: [], roomOf: () => roomToGrow([], [], 0), nameOf: (id) => id }) // => []
 */
export function growList(input: GrowListInput): GrowLine[] {
  const { assessments, roomOf, nameOf, line = 0.5 } = input;
  const lines: GrowLine[] = [];
  for (const { accountId, standing, attitude } of assessments) {
    if (standing === null || standing.state === "leaving") continue;
    const room = roomOf(accountId);
    if (room.roomMinor <= 0) continue;
    const isConvinced = attitude.score !== null && isAtLeast(attitude.score, line);
    lines.push({ accountId, name: nameOf(accountId), state: standing.state, isConvinced, room });
  }
  return lines.sort(byWelcome);
}

/**
 * By welcome: who stands first on the grow list?
 *
 * Formula: attitude at the line or above first, then the larger room, then the name.
 *
 * @param a one line
 * @param b another
 * @returns below 0 where `a` stands first, above 0 where `b` does
 * Empty: two lines of one account are equal, 0.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example growList({ assessments: [], roomOf: () => roomToGrow([], [], 0), nameOf: (id) => id }).sort(byWelcome) // => []
 */
export function byWelcome(a: GrowLine, b: GrowLine): number {
  if (a.isConvinced !== b.isConvinced) return a.isConvinced ? -1 : 1;
  if (a.room.roomMinor !== b.room.roomMinor) return b.room.roomMinor - a.room.roomMinor;
  return compareText(a.name, b.name) || compareText(a.accountId, b.accountId);
}

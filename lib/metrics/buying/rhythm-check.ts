import type { Estimate } from "../core/result";
import { openDaysBetween, orderRhythm } from "../loyalty/order-rhythm";
import type { DayRange, LoyaltySettings } from "../loyalty/types";
import { wilsonInterval } from "../statistics/wilson-interval";

export type RhythmCheck = {
  /** Share of past gaps that passed the late line and yet ended in a normal order. */
  readonly late: Estimate;
  /** The same for the plain rule of twice the usual interval. */
  readonly plain: Estimate;
  /** The same for twice the late line: the share wrongly counted as lost. */
  readonly lost: Estimate;
};

/** What of the map's settings the late line rests on. */
export type RhythmSettings = Partial<
  Pick<LoyaltySettings, "lateFactor" | "lostAfterDays" | "minGaps" | "maxGaps">
>;

/**
 * Rhythm check: how often would the late line have been a false alarm on this workspace's own past?
 *
 * Formula: every gap between two order days that had at least 3 gaps before it is held against the
 * line as it stood at its start; late = share of gaps longer than L, plain = longer than 2 E, lost = 2 L
 * or longer (never before 60 days). Interval: Wilson.
 *
 * @param accounts per account the distinct order days, ascending, and the country's quiet ranges
 * @param settings the workspace's numbers of gaps and days, where they are not the usual ones
 * @returns three shares 0..1 with intervals; n is the number of gaps that could be judged
 * Empty: null with noData when no gap had three before it.
 * @throws RangeError when days are not whole or not ascending
 * @source Holdfast's own construct; Wilson (1927)
 * @example rhythmCheck([{ orderDays: [0, 30, 60, 90, 120, 185] }]).late.value // => 0.5
 */
export function rhythmCheck(
  accounts: readonly {
    readonly orderDays: ArrayLike<number>;
    readonly quietRanges?: readonly DayRange[];
  }[],
  settings: RhythmSettings = {},
): RhythmCheck {
  let judged = 0;
  const passed = { late: 0, plain: 0, lost: 0 };
  for (const { orderDays, quietRanges = [] } of accounts)
    for (let index = 1; index < orderDays.length; index += 1) {
      const [start, end] = [orderDays[index - 1] as number, orderDays[index] as number];
      const rhythm = orderRhythm(orderDays, start, { ...settings, quietRanges });
      if (rhythm.score === null) continue;
      const gap = openDaysBetween(start, end, quietRanges);
      judged += 1;
      if (gap > rhythm.lateLineDays) passed.late += 1;
      if (gap > 2 * rhythm.usualDays) passed.plain += 1;
      if (gap >= rhythm.lostAfterDays) passed.lost += 1;
    }
  return {
    late: wilsonInterval(passed.late, judged),
    plain: wilsonInterval(passed.plain, judged),
    lost: wilsonInterval(passed.lost, judged),
  };
}

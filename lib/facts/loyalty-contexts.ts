import { defaultLoyaltySettings, type LoyaltyContext } from "@/lib/metrics";
import { type MapVersion, toLoyaltySettings } from "./map-settings";

/** What an account is judged by, day by day: a change of the map's conventions holds from its day on. */
export type LoyaltyContexts = {
  /** Equal where everything in them is. */
  readonly key: string;
  readonly dataFromMonth: number;
  /** The same object for all days between two changes. */
  at(day: number): LoyaltyContext;
  /** The last day, after one day and up to another, from which other conventions hold; null: none. */
  changeBetween(day: number, laterDay: number): number | null;
};

export function loyaltyContexts(
  base: Omit<LoyaltyContext, "settings">,
  timeline: readonly MapVersion[],
): LoyaltyContexts {
  const before = { ...base, settings: defaultLoyaltySettings };
  const later = timeline.map(({ fromDay, value }) => ({
    fromDay,
    context: { ...base, settings: toLoyaltySettings(value) },
  }));
  return {
    key: JSON.stringify([base, timeline]),
    dataFromMonth: base.dataFromMonth,
    at: (day) => later.findLast(({ fromDay }) => fromDay <= day)?.context ?? before,
    changeBetween: (day, laterDay) =>
      later.findLast(({ fromDay }) => fromDay > day && fromDay <= laterDay)?.fromDay ?? null,
  };
}

import { checkNonNegative } from "../core/check";
import { isAtLeast } from "../core/result";
import type { EngagementMeasures } from "./engagement-measures";
import type { Engagement } from "./follow-up-types";
import { defaultLoyaltySettings } from "./settings";
import type { EngagementComponent, EngagementWeights } from "./types";

/** What counts as full, per component; all start at 0. */
const fullAt: EngagementWeights = {
  reach: 1,
  reply: 0.6,
  voice: 3,
  conversation: 3,
  ownChoice: 1,
  learning: 4,
};

/**
 * Engagement index: how much does the customer take part?
 *
 * Formula: each component c = measure / full mark, cut at 1; index = 100 x sum of weight x c / sum of
 * weights, over the components that are present.
 *
 * @param measures per component the raw measure (shares 0..1, counts), null where not known
 * @param weights weight per component
 * @returns index 0..100, share of the weight present 0..1, and each c 0..1
 * Empty: null below 60 % of the weight; a missing component is not 0.
 * @throws RangeError when a measure is negative or not finite, naming the component
 * @source Holdfast's own construct
 * @example engagementIndex({ reach: 2 / 3, reply: 0.5, voice: 2, conversation: 1, ownChoice: null, learning: null }).value // => 60.8
 */
export function engagementIndex(
  measures: EngagementMeasures,
  weights: EngagementWeights = defaultLoyaltySettings.engagementWeights,
): Engagement {
  const components = { ...measures } as { [K in EngagementComponent]: number | null };
  let present = 0;
  let all = 0;
  let weighted = 0;
  for (const key of Object.keys(fullAt) as EngagementComponent[]) {
    const measure = measures[key];
    all += weights[key];
    if (measure === null) continue;
    const c = Math.min(1, checkNonNegative(measure, `measures.${key}`) / fullAt[key]);
    components[key] = c;
    present += weights[key];
    weighted += weights[key] * c;
  }
  const weightPresent = all === 0 ? 0 : present / all;
  const isEnough = present > 0 && isAtLeast(weightPresent, 0.6);
  return { value: isEnough ? (100 * weighted) / present : null, weightPresent, components };
}

/** Asked on the second step, when the score is safe. */
export const FOLLOW_UPS = [
  "relative_advantage",
  "switching",
  "reason_to_stay",
  "search",
  "ease",
  "drivers",
  "contact_me",
] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

export function toFollowUps(stored: readonly string[]): FollowUp[] {
  return FOLLOW_UPS.filter((followUp) => stored.includes(followUp));
}

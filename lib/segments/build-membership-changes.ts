/** A time in a segment; `until` is exclusive and null while it lasts. */
export type Membership = {
  segmentId: string;
  accountId: string;
  from: string;
  until: string | null;
};

export type MembershipChanges = {
  opened: Membership[];
  /** Left today after so many days. */
  closed: Membership[];
  /** Left and came again on the same day: at its close nothing happened. */
  reopened: Membership[];
  /** Came and left on the same day. */
  forgotten: Membership[];
};

type Standing = Map<string, Membership>;

function changesOf(
  segmentId: string,
  wanted: readonly string[],
  kept: Standing,
  today: string,
): MembershipChanges {
  const changes: MembershipChanges = { opened: [], closed: [], reopened: [], forgotten: [] };
  const members = new Set(wanted);
  for (const accountId of members) {
    const known = kept.get(accountId);
    if (!known) changes.opened.push({ segmentId, accountId, from: today, until: null });
    else if (known.until !== null) changes.reopened.push(known);
  }
  for (const known of kept.values()) {
    if (known.until !== null || members.has(known.accountId)) continue;
    if (known.from < today) changes.closed.push(known);
    else changes.forgotten.push(known);
  }
  return changes;
}

/**
 * What has to be written so that the members of today are on record; days before today stay as they are.
 * @param kept what lasts, and what ended today
 */
export function membershipChanges(
  wanted: ReadonlyMap<string, readonly string[]>,
  kept: readonly Membership[],
  today: string,
): MembershipChanges {
  const bySegment = new Map<string, Standing>();
  for (const row of kept) {
    const standing = bySegment.get(row.segmentId) ?? new Map();
    bySegment.set(row.segmentId, standing);
    standing.set(row.accountId, row);
  }
  const changes: MembershipChanges = { opened: [], closed: [], reopened: [], forgotten: [] };
  for (const [segmentId, accountIds] of wanted) {
    const own = changesOf(segmentId, accountIds, bySegment.get(segmentId) ?? new Map(), today);
    for (const row of own.opened) changes.opened.push(row);
    for (const row of own.closed) changes.closed.push(row);
    for (const row of own.reopened) changes.reopened.push(row);
    for (const row of own.forgotten) changes.forgotten.push(row);
  }
  return changes;
}

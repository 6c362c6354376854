import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";

/** Three purposes, three rows; none is ever a condition for another. */
export const CONSENT_PURPOSES = ["survey", "marketing", "reward"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** `unset`: a refusal was taken back, and nothing had been said before it. */
export const CONSENT_STATES = ["granted", "declined", "withdrawn", "unset"] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export type ConsentRow = {
  purpose: ConsentPurpose;
  state: ConsentState;
  /** What the person was told or asked, in those words. */
  wording: string | null;
  /** Where it was said. */
  source: string;
  at: Date;
};

/** Consents are never changed: what was said later stands beside what was said before. */
export async function appendConsent(
  tx: Tx,
  ctx: Ctx,
  contactId: string,
  row: Omit<ConsentRow, "at"> & { at?: Date },
): Promise<void> {
  await tx.consent.create({
    data: { workspaceId: ctx.workspace.id, id: newId(), contactId, ...row, at: row.at ?? ctx.now },
    select: { id: true },
  });
}

/** All rows of a contact, the oldest first. */
export async function loadConsents(
  tx: Tx,
  workspaceId: string,
  contactId: string,
): Promise<ConsentRow[]> {
  const rows = await tx.consent.findMany({
    where: { workspaceId, contactId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { purpose: true, state: true, wording: true, source: true, at: true },
  });
  return rows as ConsentRow[];
}

/** The latest row of each purpose counts. */
export function latestConsents(rows: readonly ConsentRow[]): Map<ConsentPurpose, ConsentRow> {
  return new Map(rows.map((row) => [row.purpose, row]));
}

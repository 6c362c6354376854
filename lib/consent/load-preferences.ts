import type { Tx } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { LESS_OFTEN_DAYS, type PreferenceState } from "./preferences";

/** What a contact has chosen so far, all purposes side by side. */
export async function loadPreferences(
  tx: Tx,
  workspace: { id: string; timeZone: string },
  contactId: string,
): Promise<PreferenceState> {
  const where = { workspaceId: workspace.id, contactId };
  const contact = await tx.contact.findFirst({
    where: { workspaceId: workspace.id, id: contactId },
    select: { surveyIntervalDays: true },
  });
  const consents = await tx.consent.findMany({
    where,
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { purpose: true, state: true },
  });
  const erasure = await tx.erasureRequest.findFirst({
    where: { ...where, undoneAt: null },
    orderBy: { requestedAt: "desc" },
    select: { dueAt: true },
  });
  const latest = new Map(consents.map((row) => [row.purpose, row.state]));
  const refuses = (purpose: string): boolean => (latest.get(purpose) ?? "granted") !== "granted";
  return {
    less_often: (contact?.surveyIntervalDays ?? 0) >= LESS_OFTEN_DAYS,
    no_surveys: refuses("survey"),
    no_marketing: refuses("marketing"),
    erase: erasure !== null,
    eraseOn: erasure ? dateIn(workspace.timeZone, erasure.dueAt) : null,
  };
}

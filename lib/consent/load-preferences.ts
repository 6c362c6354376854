import type { Tx } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { latestConsents, loadConsents } from "./consent-rows";
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
    select: { surveyIntervalDays: true, erasedAt: true },
  });
  const latest = latestConsents(await loadConsents(tx, workspace.id, contactId));
  const erasure = await tx.erasureRequest.findFirst({
    where: { ...where, undoneAt: null },
    orderBy: { requestedAt: "desc" },
    select: { dueAt: true },
  });
  const refuses = (purpose: "survey" | "marketing"): boolean =>
    ["declined", "withdrawn"].includes(latest.get(purpose)?.state ?? "unset");
  const isErased = Boolean(contact?.erasedAt);
  return {
    less_often: (contact?.surveyIntervalDays ?? 0) >= LESS_OFTEN_DAYS,
    no_surveys: refuses("survey"),
    no_marketing: refuses("marketing"),
    erase: erasure !== null || isErased,
    eraseOn: erasure ? dateIn(workspace.timeZone, erasure.dueAt) : null,
    isErased,
  };
}

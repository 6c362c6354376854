import { newId } from "@/lib/db/new-id";
import { dateIn, instantOf } from "@/lib/format/calendar";
import { insertRows } from "../rows/row-statements";
import { CONSENT_TABLE } from "../tables/contact-table";
import type { ContactRow } from "./contact-row";
import type { ApplyCall } from "./import-kind";

type Said = NonNullable<ContactRow["surveyConsent"]>;
type Latest = { contactId: string; state: string; at: Date };

function loadLatest(call: ApplyCall<ContactRow>, ids: string[]): Promise<Latest[]> {
  return call.tx.$queryRaw<Latest[]>`
    SELECT DISTINCT ON (contact_id) contact_id AS "contactId", state, at FROM consent
    WHERE workspace_id = ${call.ctx.workspace.id}::uuid AND contact_id = ANY(${ids}::uuid[])
      AND purpose = 'survey'
    ORDER BY contact_id, at DESC, id DESC`;
}

type Saying = { state: Said /** ISO day, where the file knows it. */; on: string | null };

/**
 * When a file's word was said, as the row to write; null where it says nothing new. The same word again
 * is nothing new. A file knows days, not hours: a yes counts against a recorded no only from the day
 * after it, a no counts against a yes of the same day, and a yes without a day never counts against a no.
 */
export function saidAt(
  { state, on }: Saying,
  latest: { state: string; at: Date } | undefined,
  { timeZone, now }: { timeZone: string; now: Date },
): Date | null {
  const at = on === null ? now : instantOf(timeZone, on, "12:00");
  if (!latest) return at;
  if (latest.state === "unset") return at > latest.at ? at : null;
  if ((state === "granted") === (latest.state === "granted")) return null;
  const isGranted = state === "granted";
  if (on === null) return isGranted ? null : at;
  const before = dateIn(timeZone, latest.at);
  if (isGranted ? on <= before : on < before) return null;
  return at > latest.at ? at : new Date(latest.at.getTime() + 1);
}

/** What a file says of consent to surveys becomes rows beside what was said before. */
export async function applyConsents(
  call: ApplyCall<ContactRow>,
  idOf: (externalId: string) => string | undefined,
): Promise<void> {
  const { ctx } = call;
  const rows = call.rows.flatMap(({ value }) => {
    const { surveyConsent: state, consentOn: on, consentWording: wording } = value;
    const contactId = idOf(value.externalId);
    return state === null || contactId === undefined ? [] : { contactId, state, wording, on };
  });
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.contactId);
  const latest = new Map((await loadLatest(call, ids)).map((row) => [row.contactId, row]));
  const when = { timeZone: ctx.workspace.timeZone, now: ctx.now };
  const written = rows.flatMap(({ contactId, state, wording, on }) => {
    const at = saidAt({ state, on }, latest.get(contactId), when);
    if (at === null) return [];
    const said = { purpose: "survey", state, wording, source: "import", at: at.toISOString() };
    return { id: newId(), contact_id: contactId, ...said };
  });
  await insertRows(call, CONSENT_TABLE, written);
}

import { newId } from "@/lib/db/new-id";
import { instantOf } from "@/lib/format/calendar";
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

/**
 * Whether a file says something new. The same word again is none. A yes without a day never stands
 * against a no that is recorded: nobody knows which was said last.
 */
export function isNews(
  said: { state: Said; at: Date | null },
  latest: { state: string; at: Date } | undefined,
): boolean {
  if (!latest || latest.state === "unset") return true;
  const isSame = (said.state === "granted") === (latest.state === "granted");
  if (isSame) return false;
  if (said.at === null) return said.state === "declined";
  return said.at > latest.at;
}

/** What a file says of consent to surveys becomes rows beside what was said before. */
export async function applyConsents(
  call: ApplyCall<ContactRow>,
  idOf: (externalId: string) => string | undefined,
): Promise<void> {
  const { ctx } = call;
  const { timeZone } = ctx.workspace;
  const rows = call.rows.flatMap(({ value }) => {
    const { surveyConsent: state, consentOn: on, consentWording: wording } = value;
    const contactId = idOf(value.externalId);
    if (state === null || contactId === undefined) return [];
    return { contactId, state, wording, at: on ? instantOf(timeZone, on, "12:00") : null };
  });
  if (rows.length === 0) return;
  const latest = new Map(
    (
      await loadLatest(
        call,
        rows.map((row) => row.contactId),
      )
    ).map((row) => [row.contactId, row]),
  );
  const news = rows.filter((row) => isNews(row, latest.get(row.contactId)));
  const written = news.map((row) => ({
    id: newId(),
    contact_id: row.contactId,
    purpose: "survey",
    state: row.state,
    wording: row.wording,
    source: "import",
    at: (row.at ?? ctx.now).toISOString(),
  }));
  await insertRows(call, CONSENT_TABLE, written);
}

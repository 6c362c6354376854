import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { addDays, dateIn } from "@/lib/format/calendar";
import { OPEN_DAYS } from "../waves/open-days";

export type NewInvitation = {
  askKey: string;
  contactId: string;
  accountId: string;
  language: string;
};

/**
 * Their own system writes to these people, now: they count as asked from now on. There is no hand-over
 * by us, so rules about the seconds after it have nothing to go by.
 */
export async function insertApiInvitations(
  tx: Tx,
  ctx: Ctx,
  surveyId: string,
  people: readonly NewInvitation[],
): Promise<void> {
  const { workspace, now } = ctx;
  const closesOn = addDays(dateIn(workspace.timeZone, now), OPEN_DAYS);
  await tx.$executeRaw`
    INSERT INTO invitation (workspace_id, id, survey_id, contact_id, account_id, channel, ask_key,
      language, created_at, delivered_at, closes_on)
    SELECT ${workspace.id}::uuid, t.id, ${surveyId}::uuid, t.contact_id, t.account_id, 'api',
      t.ask_key, t.language, ${now}, ${now}, ${closesOn}::date
    FROM unnest(${people.map(() => newId())}::uuid[], ${people.map((p) => p.contactId)}::uuid[],
      ${people.map((p) => p.accountId)}::uuid[], ${people.map((p) => p.askKey)}::text[],
      ${people.map((p) => p.language)}::text[]) AS t(id, contact_id, account_id, ask_key, language)
    ON CONFLICT DO NOTHING RETURNING id`;
}

import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { loadSeldomReasons } from "../design/load-seldom-reasons";
import { SELDOM_QUESTIONS } from "../design/question-codes";
import { type AskedQuestion, surveyLanguage } from "../design/survey-question";
import { loadPeopleToAsk, type PersonToAsk } from "../waves/load-people-to-ask";
import { waveSelectionSchema } from "../waves/wave-selection";
import type { FoundPerson } from "./find-people";
import type { NewInvitation } from "./insert-api-invitations";
import type { RefusedReason } from "./invitations.types";

/** The people first, then their accounts by id, before anybody looks how often they were asked. */
async function lock(tx: Tx, workspaceId: string, contactIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM contact
    WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${contactIds}::uuid[])
    ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid AND id IN (
      SELECT account_id FROM contact
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${contactIds}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
}

async function seldom(tx: Tx, ctx: Ctx, asked: AskedQuestion, people: readonly PersonToAsk[]) {
  const question = SELDOM_QUESTIONS.find((known) => known === asked.question);
  if (!question) return new Map<string, RefusedReason>();
  const { workspace, now } = ctx;
  const today = dateIn(workspace.timeZone, now);
  const reasons = await loadSeldomReasons(tx, { workspace, today, asked }, people);
  return new Map(
    people.flatMap(({ contactId }) => {
      const reason = reasons.get(contactId)?.get(question);
      return reason ? [[contactId, reason] as const] : [];
    }),
  );
}

/** Who is asked by this call, and why the others are not: the same rules as for a wave. */
export async function chooseWhomToAsk(
  tx: Tx,
  ctx: Ctx,
  asked: AskedQuestion,
  found: readonly FoundPerson[],
): Promise<{ ask: NewInvitation[]; refused: Map<string, RefusedReason> }> {
  const { workspace, now } = ctx;
  const refused = new Map<string, RefusedReason>();
  const contactIds = [...new Set(found.flatMap((f) => ("contactId" in f ? f.contactId : [])))];
  await lock(tx, workspace.id, contactIds);
  const settings = await loadAskingSettings(tx, workspace, dateIn(workspace.timeZone, now));
  const selection = waveSelectionSchema.parse({ contactIds });
  const rules = { asksDespiteInterval: false, segmentAccounts: null, settings };
  const people = contactIds.length === 0 ? [] : await loadPeopleToAsk(tx, ctx, selection, rules);
  const seldomReasons = await seldom(tx, ctx, asked, people);
  const left = new Map(people.map((person) => [person.contactId, person]));
  const ask: NewInvitation[] = [];
  const taken = new Set<string>();
  for (const entry of found) {
    const { askKey, language } = entry.person;
    if ("refused" in entry) {
      refused.set(askKey, entry.refused);
      continue;
    }
    const person = left.get(entry.contactId);
    const isTwice = taken.has(entry.contactId) ? "named_twice" : null;
    const reason =
      isTwice ?? (person ? (person.skip ?? seldomReasons.get(entry.contactId)) : "no_person");
    taken.add(entry.contactId);
    if (reason || !person) {
      refused.set(askKey, reason ?? "no_person");
      continue;
    }
    const { contactId, accountId } = person;
    const spoken = surveyLanguage(asked, language ?? person.language, workspace.locale);
    ask.push({ askKey, contactId, accountId, language: spoken });
  }
  return { ask, refused };
}

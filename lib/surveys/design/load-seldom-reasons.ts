import type { Reader } from "@/lib/db/with-workspace-sql";
import { groupBy } from "@/lib/facts/group-by";
import { loadDecisionDays } from "@/lib/facts/load-decision-days";
import { addDays, dayNumber, isoOfDay } from "@/lib/format/calendar";
import type { SeldomQuestion } from "./question-codes";
import {
  lastAskedOn,
  type SeldomEvent,
  type SeldomReason,
  seldomQuestionsOf,
  seldomReason,
} from "./seldom-questions";
import type { AskedQuestion } from "./survey-question";

export type SeldomReasons = ReadonlyMap<SeldomQuestion, SeldomReason>;
type Person = { contactId: string; accountId: string };
type Row = SeldomEvent & { contactId: string; question: SeldomQuestion };

/** Twice the year: an offer counts only where the one before it is known. */
const LOOK_BACK_DAYS = 750;

// A mail that was skipped or came back is nothing asked.
function loadEvents(
  tx: Reader,
  call: SeldomCall,
  contactIds: string[],
  questions: readonly string[],
): Promise<Row[]> {
  const id = call.workspace.id;
  const zone = call.workspace.timeZone;
  const since = addDays(call.today, -LOOK_BACK_DAYS);
  const states = ["claimed", "handed", "sent", "uncertain"];
  if (call.counting !== "claimed") states.push("pending", "paused");
  return tx.$queryRaw<Row[]>`
    SELECT i.contact_id AS "contactId", s.question, 'asked' AS kind,
      (COALESCE(i.delivered_at, i.handed_at, i.created_at) AT TIME ZONE ${zone})::date::text AS "on"
    FROM invitation i
    JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    WHERE i.workspace_id = ${id}::uuid AND s.workspace_id = ${id}::uuid
      AND i.contact_id = ANY(${contactIds}::uuid[]) AND s.question = ANY(${questions})
      AND i.id IS DISTINCT FROM ${call.exceptInvitationId ?? null}::uuid
      AND i.created_at >= ${since}::date
      AND (i.delivered_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM mail_outbox m
        WHERE m.workspace_id = ${id}::uuid AND m.invitation_id = i.id
          AND m.state = ANY(${states})))
    UNION ALL
    SELECT r.contact_id, r.question, 'asked', r.answered_on::text
    FROM response_event r
    WHERE r.workspace_id = ${id}::uuid AND r.contact_id = ANY(${contactIds}::uuid[])
      AND r.question = ANY(${questions}) AND r.answered_on >= ${since}::date
      AND r.class <> 'held'
      AND r.invitation_id IS DISTINCT FROM ${call.exceptInvitationId ?? null}::uuid
    UNION ALL
    SELECT r.contact_id, q.question, 'offered', r.answered_on::text
    FROM response_event r
    JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
    JOIN unnest(s.follow_ups) AS q(question) ON q.question = ANY(${questions})
    WHERE r.workspace_id = ${id}::uuid AND s.workspace_id = ${id}::uuid
      AND r.contact_id = ANY(${contactIds}::uuid[]) AND r.question = s.question
      AND r.class <> 'held'
      AND r.answered_on >= ${since}::date
      AND r.invitation_id IS DISTINCT FROM ${call.exceptInvitationId ?? null}::uuid`;
}

type SeldomCall = {
  workspace: { id: string; timeZone: string };
  /** ISO day in the workspace. */
  today: string;
  asked: AskedQuestion;
  /** The invitation this is asked for: it does not stand in its own way. */
  exceptInvitationId?: string | null;
  /**
   * Mails that wait count where more are planned. Where one is claimed they do not, else two waiting
   * mails of a person would each hold the other back.
   */
  counting?: "planned" | "claimed";
};

/**
 * For each person the questions of a survey that may not be asked now, with the reason. For mails,
 * dry runs and pages alike; no query where the survey asks none of them.
 */
export async function loadSeldomReasons(
  tx: Reader,
  call: SeldomCall,
  people: readonly Person[],
): Promise<Map<string, SeldomReasons>> {
  const questions = seldomQuestionsOf(call.asked);
  if (questions.length === 0 || people.length === 0) return new Map();
  const { id: workspaceId, timeZone } = call.workspace;
  const { asksNearDecision } = call.asked.options;
  const events = await loadEvents(
    tx,
    call,
    people.map((person) => person.contactId),
    questions,
  );
  const byPerson = groupBy(events, (event) => `${event.contactId} ${event.question}`);
  const accountIds = [...new Set(people.map((person) => person.accountId))];
  const scope = { tx, workspaceId, timeZone, accountIds };
  const decisions = asksNearDecision
    ? new Map<string, number>()
    : await loadDecisionDays(scope, dayNumber(call.today));
  return new Map(
    people.map(({ contactId, accountId }) => {
      const decision = decisions.get(accountId);
      const decisionOn = decision === undefined ? null : isoOfDay(decision);
      const reasons = new Map<SeldomQuestion, SeldomReason>();
      for (const question of questions) {
        const asked = byPerson.get(`${contactId} ${question}`) ?? [];
        const past = { lastAskedOn: lastAskedOn(asked), decisionOn };
        const reason = seldomReason(past, { today: call.today, asksNearDecision });
        if (reason) reasons.set(question, reason);
      }
      return [contactId, reasons];
    }),
  );
}

import { personName } from "@/lib/accounts/person-name";
import type { Tx } from "@/lib/db/with-workspace";
import type { Language } from "@/lib/i18n/languages";
import { HELD_REASONS } from "../answers/held-reason";
import { type AskedQuestion, questionView } from "../design/survey-question";
import { SKIP_REASONS } from "./skip-reason";
import type { PersonNote, PersonState, WavePerson } from "./wave.types";

type Row = {
  invitationId: string;
  contactId: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  role: string | null;
  accountId: string;
  accountName: string;
  isDelivered: boolean;
  skippedReason: string | null;
  mail: string | null;
  mailReason: string | null;
  isVisited: boolean;
  answerClass: string | null;
  answerValue: string | null;
  answerReason: string | null;
  answeredOn: string | null;
  comment: string | null;
};

function stateOf(row: Row): PersonState {
  if (row.answerClass === "confirmed") return "answered";
  if (row.answerClass !== null) return "held";
  if (row.mail === "bounced" || row.mail === "failed") return "not_delivered";
  if (row.skippedReason !== null) return "skipped";
  if (row.mail === "uncertain") return "uncertain";
  if (row.isVisited) return "visited";
  return row.isDelivered ? "delivered" : "waiting";
}

function noteOf(row: Row, state: PersonState): PersonNote | null {
  if (state === "held") {
    const reason = HELD_REASONS.find((one) => one === row.answerReason);
    return reason ? { kind: "held", reason } : null;
  }
  if (state === "skipped") {
    const reason = SKIP_REASONS.find((one) => one === row.skippedReason);
    return reason ? { kind: "skipped", reason } : null;
  }
  if (state === "not_delivered") return { kind: "refused", reason: row.mailReason };
  if (state === "waiting" && row.mailReason) return { kind: "retried", reason: row.mailReason };
  return null;
}

type WantedPeople = {
  asked: AskedQuestion;
  /** The reader's. */
  language: Language;
  showsNames: boolean;
  limit: number;
};

/** The people of a wave, those who answered last first, then by account. */
export async function loadWavePeople(
  tx: Tx,
  workspaceId: string,
  waveId: string,
  { asked, language, showsNames, limit }: WantedPeople,
): Promise<WavePerson[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.id AS "invitationId", c.id AS "contactId", c.first_name AS "firstName",
      c.last_name AS "lastName", c.email, c.role, a.id AS "accountId", a.name AS "accountName",
      i.delivered_at IS NOT NULL AS "isDelivered", i.skipped_reason AS "skippedReason",
      m.state AS mail, m.reason AS "mailReason",
      EXISTS (SELECT 1 FROM invitation_visit v
        WHERE v.workspace_id = ${workspaceId}::uuid AND v.invitation_id = i.id
          AND NOT v.prefetch AND v.method = 'GET') AS "isVisited",
      r.class AS "answerClass",
      COALESCE(r.value_code, r.value_number::text) AS "answerValue", r.reason AS "answerReason",
      r.answered_on::text AS "answeredOn", t.comment
    FROM invitation i
    JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
    JOIN account a ON a.workspace_id = i.workspace_id AND a.id = i.account_id
    LEFT JOIN LATERAL (SELECT o.state, o.reason FROM mail_outbox o
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.invitation_id = i.id
        AND o.kind = 'survey'
      ORDER BY o.created_at DESC, o.id DESC LIMIT 1) m ON true
    LEFT JOIN LATERAL (SELECT e.class, e.value_number, e.value_code, e.reason, e.answered_on, e.answered_at
      FROM response_event e
      WHERE e.workspace_id = ${workspaceId}::uuid AND e.invitation_id = i.id
        AND e.question = ${asked.question}
      ORDER BY e.class = 'confirmed' DESC, e.answered_at DESC, e.id DESC LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT e.comment FROM response_event e
      WHERE e.workspace_id = ${workspaceId}::uuid AND e.invitation_id = i.id
        AND e.comment IS NOT NULL
      ORDER BY e.answered_at DESC, e.id DESC LIMIT 1) t ON true
    WHERE i.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND a.workspace_id = ${workspaceId}::uuid AND i.wave_id = ${waveId}::uuid
    ORDER BY r.answered_at DESC NULLS LAST, i.skipped_reason IS NOT NULL, a.name, c.last_name, i.id
    LIMIT ${limit}`;
  const labels = new Map(questionView(language, asked).choices.map((c) => [c.value, c.label]));
  return rows.map((row) => {
    const state = stateOf(row);
    return {
      invitationId: row.invitationId,
      contactId: showsNames ? row.contactId : null,
      name: showsNames ? personName(row, language) : null,
      role: row.role,
      accountId: row.accountId,
      accountName: row.accountName,
      state,
      note: noteOf(row, state),
      answer: row.answerValue === null ? null : (labels.get(row.answerValue) ?? null),
      answeredOn: row.answeredOn,
      comment: row.comment,
    };
  });
}

import { createHash } from "node:crypto";
import { newId } from "@/lib/db/new-id";
import type { Send, Statement } from "@/lib/db/with-workspace-sql";
import { dateIn } from "@/lib/format/calendar";
import { signalWorkSql } from "@/lib/queue/signal-work-sql";
import type { StoredAnswer } from "../design/stored-answer";
import type { HeldReason } from "./held-reason";
import type { EarlierScore } from "./judge-press";
import { type EventRow, MAX_VISITS } from "./link-sql";
import type { PressedLink } from "./with-survey-link";

export type NewAnswer = StoredAnswer & { comment: string | null };

/** What is known about how an answer came, kept with it. */
export type Evidence = {
  /** A person's pointer, key or touch came with it. */
  isTrusted: boolean;
  /** Whole seconds since the mail server took the mail; null where there was no mail. */
  afterHandOver: number | null;
  /** Different links of the mail that were opened before. */
  linksOpened: number;
  /** Rules that had nothing to go by. */
  skipped: ("hand_over" | "person")[];
  /** For one that a script sent: what told that somebody was there. */
  signal?: "input" | "focus";
  /** The held answer an admin accepted. */
  acceptedFrom?: string;
  /** The signal of a person that came after. */
  isReleased?: true;
};

export type Writing = {
  verb: string;
  answers: readonly NewAnswer[];
  class: EventRow["class"];
  reason: HeldReason | null;
  evidence: Evidence;
  /** Stop counting, with the reason. */
  withdrawn?: { scores: readonly EarlierScore[]; reason: HeldReason };
  visitKind?: "honeypot" | "signal" | null;
};

// One statement, because a person waits for it: answers, what they take back, the trap that was
// sprung, the account whose facts changed, and the audit row.
const WRITE_SQL: Statement = {
  name: "respondent-write",
  text: `
    WITH answer AS (
      INSERT INTO response_event (workspace_id, id, invitation_id, survey_id, contact_id,
        account_id, question, value_number, value_code, comment, scale, scope, class, reason,
        evidence, answered_at, answered_on)
      SELECT $1::uuid, t.id, $2::uuid, $3::uuid, $4::uuid, $5::uuid, t.question, t."valueNumber",
        t."valueCode", t.comment, t.scale, $6, $7, $8, $9::jsonb, $10::timestamptz, $11::date
      FROM jsonb_to_recordset($12::jsonb) AS t(id uuid, question text, "valueNumber" int,
        "valueCode" text, comment text, scale text)
      ON CONFLICT DO NOTHING RETURNING id),
    withdrawn AS (
      UPDATE response_event SET class = 'held', reason = $13,
        evidence = evidence || jsonb_build_object('heldAt', $10::timestamptz)
      WHERE workspace_id = $1::uuid AND id = ANY($14::uuid[]) RETURNING id),
    visit AS (
      INSERT INTO invitation_visit (workspace_id, id, invitation_id, at, method, kind)
      SELECT $1::uuid, t.id, $2::uuid, $10::timestamptz, 'POST', $15
      FROM unnest($16::uuid[]) AS t(id) ON CONFLICT DO NOTHING RETURNING id),
    change AS (
      INSERT INTO facts_change (workspace_id, id, account_id)
      SELECT $1::uuid, t.id, $5::uuid FROM unnest($17::uuid[]) AS t(id)
      ON CONFLICT DO NOTHING RETURNING id)
    INSERT INTO audit_entry (workspace_id, id, at, actor_type, actor_id, verb, subject_type,
      subject_id, fields)
    VALUES ($1::uuid, $18::uuid, $10::timestamptz, 'respondent', $2::text, $19, 'invitation',
      $2::text, $20::text[])`,
};

function isSame(latest: EventRow | undefined, answer: NewAnswer, writing: Writing): boolean {
  const hash = answer.comment && createHash("md5").update(answer.comment).digest("hex");
  return (
    latest !== undefined &&
    latest.valueNumber === answer.valueNumber &&
    latest.valueCode === answer.valueCode &&
    latest.commentHash === hash &&
    latest.class === writing.class &&
    latest.reason === writing.reason
  );
}

/** What differs from the last event of its question: a double click or a resend adds nothing. */
function changed(link: PressedLink, writing: Writing): NewAnswer[] {
  const latest = new Map(link.events.map((event) => [event.question, event]));
  return writing.answers.filter((answer) => !isSame(latest.get(answer.question), answer, writing));
}

/** With a score goes what was written with it, unless a person's hand was there. */
function withdrawnIds({ events, asked }: PressedLink, scores: readonly EarlierScore[]): string[] {
  const first = Math.min(...scores.map((score) => score.at.getTime()));
  const written = events.filter(
    (event) =>
      event.question !== asked.question &&
      event.class === "confirmed" &&
      !event.isTrusted &&
      new Date(event.at).getTime() >= first,
  );
  return [...scores, ...written].map((event) => event.id);
}

/**
 * Appends what is new of the writing; the caller holds the invitation's lock.
 * @returns the questions that were written.
 */
export function writeAnswers(link: PressedLink, send: Send, writing: Writing): string[] {
  const { ctx, invitationId, accountId } = link;
  const { now, workspace } = ctx;
  const answers = changed(link, writing);
  const scores = writing.withdrawn?.scores ?? [];
  // Traps and signals have room beyond what opening takes, so that they are seen in any case.
  const visitIds = writing.visitKind && link.visits < 2 * MAX_VISITS ? [newId()] : [];
  if (answers.length + scores.length + visitIds.length === 0) return [];
  const isCounted = answers.length > 0 && writing.class === "confirmed";
  const changesFacts = accountId !== null && (isCounted || scores.length > 0);
  const fields = answers.map((answer) => answer.question);
  if (writing.class !== "confirmed" && answers.length > 0) {
    fields.push(`${writing.class}:${writing.reason}`);
  }
  if (scores.length > 0) fields.push(`withdrawn:${writing.withdrawn?.reason}`);
  send(WRITE_SQL, [
    workspace.id,
    invitationId,
    link.surveyId,
    link.contactId,
    accountId,
    link.asked.scope,
    writing.class,
    writing.reason,
    JSON.stringify(writing.evidence),
    now,
    dateIn(workspace.timeZone, now),
    JSON.stringify(answers.map((answer) => ({ id: newId(), ...answer }))),
    writing.withdrawn?.reason ?? null,
    withdrawnIds(link, scores),
    writing.visitKind ?? "view",
    visitIds,
    changesFacts ? [newId()] : [],
    newId(),
    writing.verb,
    fields,
  ]);
  // Where the worker is to come anyway the row of the signal is left alone: all presses of the
  // workspace would wait for one another at it.
  if (changesFacts && !link.areFactsDue) {
    signalWorkSql(send, workspace.id, "facts", now);
  }
  return answers.map((answer) => answer.question);
}

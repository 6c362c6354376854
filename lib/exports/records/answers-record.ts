import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const answerRecords: RecordKind = {
  name: "answers",
  about: "Every answered question with its class; only confirmed ones count in figures.",
  fields: [
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("contactExternalId", "The person's id in your system"),
    recordField("contactId", "The person's id here; empty where nobody is named"),
    recordField("invitationId", "The invitation that was answered"),
    recordField("surveyId", "The survey's id"),
    recordField("survey", "Its name"),
    recordField("scope", "relationship or touchpoint"),
    recordField("touchpoint", "The touchpoint it asks about"),
    recordField("question", "What was asked"),
    recordField("valueNumber", "The answer where it is a number", "number"),
    recordField("scale", "The scale of the number"),
    recordField("valueCode", "The answer where it is a word"),
    recordField("comment", "In their words"),
    recordField("class", "confirmed, provisional or held"),
    recordField("reason", "Why it is held"),
    recordField("answeredAt", "When", "instant"),
    recordField("source", "survey, or the system it was imported from"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT r.id, a.external_id AS "accountExternalId", r.account_id AS "accountId",
      c.external_id AS "contactExternalId", r.contact_id AS "contactId",
      r.invitation_id AS "invitationId", r.survey_id AS "surveyId",
      s.name AS survey, r.scope, t.name AS touchpoint, r.question, r.value_number AS "valueNumber",
      r.scale, r.value_code AS "valueCode", r.comment, r.class, r.reason,
      r.answered_at AS "answeredAt", r.source
    FROM response_event r
    JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
    LEFT JOIN touchpoint t ON t.workspace_id = s.workspace_id AND t.id = s.touchpoint_id
    LEFT JOIN account a ON a.workspace_id = r.workspace_id AND a.id = r.account_id
    LEFT JOIN contact c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR r.account_id = ${accountId}::uuid)
    ORDER BY r.id LIMIT ${limit}`,
};

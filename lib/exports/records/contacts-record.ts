import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const contactRecords: RecordKind = {
  name: "contacts",
  about: "The people at your accounts. Erased people are not in it.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("firstName", "First name"),
    recordField("lastName", "Last name"),
    recordField("email", "Address"),
    recordField("title", "Title"),
    recordField("role", "decision_maker, influencer or user"),
    recordField("language", "en, da, sv, nb or fi"),
    recordField("worksWithEmail", "The colleague the person works with"),
    recordField("leftOn", "The day the person left", "date"),
    recordField("surveyIntervalDays", "Days between asks, where the person chose", "number"),
    recordField("archivedAt", "When it was archived", "instant"),
    recordField("updatedAt", "Last change", "instant"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT c.id, c.source, c.external_id AS "externalId", a.external_id AS "accountExternalId",
      c.account_id AS "accountId",
      c.first_name AS "firstName", c.last_name AS "lastName", c.email, c.title, c.role, c.language,
      w.email AS "worksWithEmail", c.left_on::text AS "leftOn",
      c.survey_interval_days AS "surveyIntervalDays", c.archived_at AS "archivedAt", c.updated_at AS "updatedAt"
    FROM contact c
    JOIN account a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
    LEFT JOIN employee w ON w.workspace_id = c.workspace_id AND w.id = c.works_with_id
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id > ${afterId}::uuid AND c.erased_at IS NULL
      AND (${accountId}::uuid IS NULL OR c.account_id = ${accountId}::uuid)
    ORDER BY c.id LIMIT ${limit}`,
};

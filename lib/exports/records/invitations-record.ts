import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const invitationRecords: RecordKind = {
  name: "invitations",
  about: "Who was asked what and when, what was not sent and why, and who said no to an ask.",
  fields: [
    recordField("accountId", "The account's id here"),
    recordField("contactExternalId", "The person's id in your system"),
    recordField("contactId", "The person's id here; empty where nobody is named"),
    recordField("surveyId", "The survey's id"),
    recordField("waveId", "The wave's id"),
    recordField("doorId", "The door's id"),
    recordField("channel", "mail, api, link, kiosk or signature"),
    recordField("askKey", "The key under which it was asked once"),
    recordField("language", "en, da, sv, nb or fi"),
    recordField("createdAt", "When it was made", "instant"),
    recordField("plannedOn", "The day it was planned for", "date"),
    recordField("handedAt", "When the mail left", "instant"),
    recordField("deliveredAt", "When it arrived", "instant"),
    recordField("remindedAt", "When the reminder left", "instant"),
    recordField("closesOn", "Until when it could be answered", "date"),
    recordField("skippedReason", "Why it was not sent"),
    recordField("vetoedAt", "When a colleague said no to it", "instant"),
    recordField("vetoReason", "Why"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, x.account_id AS "accountId", c.external_id AS "contactExternalId",
      x.contact_id AS "contactId", x.survey_id AS "surveyId", x.wave_id AS "waveId",
      x.door_id AS "doorId", x.channel, x.ask_key AS "askKey", x.language,
      x.created_at AS "createdAt", x.planned_on::text AS "plannedOn", x.handed_at AS "handedAt",
      x.delivered_at AS "deliveredAt", x.reminded_at AS "remindedAt",
      x.closes_on::text AS "closesOn", x.skipped_reason AS "skippedReason",
      x.vetoed_at AS "vetoedAt", x.veto_reason AS "vetoReason"
    FROM invitation x
    LEFT JOIN contact c ON c.workspace_id = x.workspace_id AND c.id = x.contact_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR x.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};

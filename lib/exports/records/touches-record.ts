import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const touchRecords: RecordKind = {
  name: "touches",
  about: "Calls, meetings and mails with customers.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("contactExternalId", "The person spoken with"),
    recordField("contactId", "The person's id here"),
    recordField("employeeEmail", "The colleague"),
    recordField("kind", "call, meeting, visit, interview, email, note or thanks"),
    recordField("isTwoWay", "Whether the customer spoke too", "boolean"),
    recordField("happenedOn", "The day", "date"),
    recordField("note", "What was said"),
    recordField("nextStep", "What comes next"),
    recordField("nextStepOn", "By when", "date"),
    recordField("praisedDrivers", "What an interview praised, in words separated by spaces"),
    recordField("criticisedDrivers", "What an interview criticised, in words separated by spaces"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, x.source, x.external_id AS "externalId", a.external_id AS "accountExternalId",
      x.account_id AS "accountId",
      c.external_id AS "contactExternalId", x.contact_id AS "contactId", o.email AS "employeeEmail", x.kind,
      x.is_two_way AS "isTwoWay", x.happened_on::text AS "happenedOn", x.note,
      x.next_step AS "nextStep", x.next_step_on::text AS "nextStepOn",
      array_to_string(x.praised_drivers, ' ') AS "praisedDrivers",
      array_to_string(x.criticised_drivers, ' ') AS "criticisedDrivers"
    FROM touch x
    JOIN account a ON a.workspace_id = x.workspace_id AND a.id = x.account_id
    LEFT JOIN contact c ON c.workspace_id = x.workspace_id AND c.id = x.contact_id
    LEFT JOIN employee o ON o.workspace_id = x.workspace_id AND o.id = x.employee_id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR x.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};

import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const accountRecords: RecordKind = {
  name: "accounts",
  about: "The companies you sell to.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("name", "Name"),
    recordField("parentExternalId", "The id of the account it belongs to"),
    recordField("parentId", "That account's id here"),
    recordField("decidesForSites", "Whether it decides for the accounts below it", "boolean"),
    recordField("ownerEmail", "Account manager"),
    recordField("ownerName", "Account manager's name"),
    recordField("ownerSince", "The day it was given to the account manager", "date"),
    recordField("sizeBand", "Size"),
    recordField("industry", "Industry"),
    recordField("country", "Two letters"),
    recordField("region", "Region"),
    recordField("currency", "Three letters"),
    recordField("customerSince", "First day as a customer", "date"),
    recordField("acquiredBy", "How it came: referral, repeat_person, inbound, bought or unknown"),
    recordField("referredById", "The account that referred it"),
    recordField("attributes", "Columns of your own", "attributes"),
    recordField("mergedIntoId", "The account it was merged into"),
    recordField("archivedAt", "When it was archived", "instant"),
    recordField("updatedAt", "Last change", "instant"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT a.id, a.source, a.external_id AS "externalId", a.name, p.external_id AS "parentExternalId",
      a.parent_id AS "parentId", a.referred_by_id AS "referredById", a.owner_since::text AS "ownerSince",
      a.decides_for_sites AS "decidesForSites", o.email AS "ownerEmail", o.name AS "ownerName",
      a.size_band AS "sizeBand", a.industry, a.country, a.region, a.currency,
      a.customer_since::text AS "customerSince", a.acquired_by AS "acquiredBy", a.attributes,
      a.merged_into_id AS "mergedIntoId", a.archived_at AS "archivedAt", a.updated_at AS "updatedAt"
    FROM account a
    LEFT JOIN account p ON p.workspace_id = a.workspace_id AND p.id = a.parent_id
    LEFT JOIN employee o ON o.workspace_id = a.workspace_id AND o.id = a.owner_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR a.id = ${accountId}::uuid)
    ORDER BY a.id LIMIT ${limit}`,
};

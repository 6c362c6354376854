import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const productTypeRecords: RecordKind = {
  name: "product_types",
  about: "What is sold, at the grain of cross-selling.",
  fields: [
    recordField("source", "The system it came from"),
    recordField("externalId", "Its id there"),
    recordField("name", "Name"),
    recordField("billedAs", "contract or order"),
    recordField("marginRatio", "Gross margin, 0 to 1", "number"),
    recordField("archivedAt", "When it was archived", "instant"),
  ],
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT t.id, t.source, t.external_id AS "externalId", t.name, t.billed_as AS "billedAs",
      t.margin_ratio AS "marginRatio", t.archived_at AS "archivedAt"
    FROM product_type t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR NULL::uuid = ${accountId}::uuid)
    ORDER BY t.id LIMIT ${limit}`,
};

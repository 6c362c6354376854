import { Prisma } from "@/lib/db/generated/client";
import { type RecordKind, recordField } from "./record-kind";

export const renewalCallRecords: RecordKind = {
  name: "renewal_calls",
  about: "What colleagues thought of renewals, and what became of them.",
  fields: [
    recordField("accountExternalId", "The account's id in your system"),
    recordField("accountId", "The account's id here"),
    recordField("contractExternalId", "The contract's id in your system"),
    recordField("contractId", "The contract's id here"),
    recordField("call", "safe, unsure or at_risk"),
    recordField("line", "Why, in one line"),
    recordField("calledOn", "The day", "date"),
    recordField("calledByEmail", "The colleague"),
    recordField("outcome", "What became of the renewal"),
  ],
  // Whoever had no row of a colleague yet is named by the user.
  select: ({ workspaceId, afterId, limit, accountId }) => Prisma.sql`
    SELECT x.id, a.external_id AS "accountExternalId", k.account_id AS "accountId",
      k.external_id AS "contractExternalId", x.contract_id AS "contractId", x.call, x.line,
      x.called_on::text AS "calledOn", o.email AS "calledByEmail", x.outcome
    FROM manager_call x
    JOIN contract k ON k.workspace_id = x.workspace_id AND k.id = x.contract_id
    JOIN account a ON a.workspace_id = k.workspace_id AND a.id = k.account_id
    LEFT JOIN employee o ON o.workspace_id = x.workspace_id
      AND (o.id = x.called_by_id OR o.user_id = x.called_by_id)
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id > ${afterId}::uuid
      AND (${accountId}::uuid IS NULL OR k.account_id = ${accountId}::uuid)
    ORDER BY x.id LIMIT ${limit}`,
};

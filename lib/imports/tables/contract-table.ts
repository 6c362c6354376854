import { Prisma } from "@/lib/db/generated/client";
import type { ImportTable } from "../rows/import-table";
import {
  ACCOUNT_COLUMNS,
  BY_SOURCE_AND_ID,
  CURRENCY_COLUMN,
  PRODUCT_TYPE_COLUMN,
} from "./row-columns";

export const CONTRACT_TABLE: ImportTable = {
  name: "contract",
  key: BY_SOURCE_AND_ID,
  columns: {
    ...ACCOUNT_COLUMNS,
    ...PRODUCT_TYPE_COLUMN,
    name: { type: "text", label: "Contract name" },
    notice_days: { type: "int", label: "Notice (days)" },
    auto_renews: { type: "boolean", label: "Renews by itself" },
    is_indexed: { type: "boolean", label: "Price is indexed" },
    notice_given_on: { type: "date", label: "Notice given on" },
    ended_on: { type: "date", label: "Ended on" },
    margin_ratio: { type: "float8", label: "Margin ratio" },
  },
  stamps: ["import_batch_id", "created_at", "updated_at"],
  guards: [],
  account: "account_id",
  usedBy: [
    ["contract_term", "contract_id"],
    ["renewal_negotiation", "contract_id"],
    ["manager_call", "contract_id"],
    ["purchase", "contract_id"],
    ["churn_event", "contract_id"],
  ],
  title: "t.name",
};

export const CONTRACT_TERM_TABLE: ImportTable = {
  name: "contract_term",
  key: ["contract_id", "starts_on"],
  columns: {
    contract_id: { type: "uuid", refers: "contract" },
    starts_on: { type: "date" },
    ends_on: { type: "date", label: "Term ends on" },
    recurring_minor: { type: "bigint", label: "Yearly value", isMoney: true },
    ...CURRENCY_COLUMN,
    decided_by: { type: "text", label: "Decided by" },
    decided_on: { type: "date", label: "Decided on" },
  },
  stamps: [],
  guards: [],
  account: null,
  accountsOf: (workspaceId, ids) => Prisma.sql`
    SELECT c.account_id::text AS id FROM contract_term t
    JOIN contract c ON c.workspace_id = t.workspace_id AND c.id = t.contract_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND t.id = ANY(${ids}::uuid[])`,
  usedBy: [],
  title:
    "(SELECT k.name FROM contract k WHERE k.workspace_id = t.workspace_id AND k.id = t.contract_id) || ' ' || t.starts_on",
};

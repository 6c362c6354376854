import type { ImportTable } from "../rows/import-table";

export const CHURN_EVENT_TABLE: ImportTable = {
  name: "churn_event",
  key: ["source", "external_id"],
  columns: {
    source: { type: "text" },
    external_id: { type: "text" },
    account_id: { type: "uuid", label: "Account", refers: "account" },
    contract_id: { type: "uuid", label: "Contract", refers: "contract" },
    kind: { type: "text", label: "What happened" },
    happened_on: { type: "date", label: "Happened on" },
    reason: { type: "text", label: "Reason" },
    rival: { type: "text", label: "Rival" },
    amount_minor: { type: "bigint", label: "Yearly amount", isMoney: true },
    currency: { type: "text", label: "Currency" },
  },
  stamps: ["import_batch_id", "created_at"],
  guards: [],
  account: "account_id",
  usedBy: [],
  title: "t.kind || ' ' || t.happened_on",
};

export const COMPLAINT_TABLE: ImportTable = {
  name: "complaint",
  key: ["source", "external_id"],
  columns: {
    source: { type: "text" },
    external_id: { type: "text" },
    account_id: { type: "uuid", label: "Account", refers: "account" },
    contact_id: { type: "uuid", label: "Contact", refers: "contact" },
    subject: { type: "text", label: "Subject" },
    body: { type: "text", label: "In full" },
    opened_on: { type: "date", label: "Opened on" },
    solved_on: { type: "date", label: "Solved on" },
  },
  stamps: ["import_batch_id", "created_at"],
  guards: [],
  account: "account_id",
  usedBy: [],
  title: "t.subject",
};

export const TOUCH_TABLE: ImportTable = {
  name: "touch",
  key: ["source", "external_id"],
  columns: {
    source: { type: "text" },
    external_id: { type: "text" },
    account_id: { type: "uuid", label: "Account", refers: "account" },
    contact_id: { type: "uuid", label: "Contact", refers: "contact" },
    employee_id: { type: "uuid", label: "Colleague (e-mail)", refers: "employee" },
    kind: { type: "text", label: "Kind of activity" },
    is_two_way: { type: "boolean", label: "Both spoke" },
    happened_on: { type: "date", label: "Happened on" },
    note: { type: "text", label: "What was said" },
    next_step: { type: "text", label: "Next step" },
    next_step_on: { type: "date", label: "Next step on" },
  },
  stamps: ["import_batch_id", "created_at"],
  guards: [],
  account: "account_id",
  usedBy: [],
  title: "t.kind || ' ' || t.happened_on",
};

export const WALLET_ESTIMATE_TABLE: ImportTable = {
  name: "wallet_estimate",
  key: ["source", "external_id"],
  columns: {
    source: { type: "text" },
    external_id: { type: "text" },
    account_id: { type: "uuid", label: "Account", refers: "account" },
    product_type_id: { type: "uuid", label: "Product type", refers: "product_type" },
    yearly_low_minor: { type: "bigint", label: "At least, a year", isMoney: true },
    yearly_high_minor: { type: "bigint", label: "At most, a year", isMoney: true },
    currency: { type: "text", label: "Currency" },
    provenance: { type: "text", label: "Where it is from" },
    estimated_on: { type: "date", label: "Estimated on" },
  },
  stamps: ["import_batch_id", "created_at"],
  guards: [],
  account: "account_id",
  usedBy: [],
  title: "t.provenance || ' ' || t.estimated_on",
};

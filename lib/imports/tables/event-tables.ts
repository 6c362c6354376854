import { CURRENCY_COLUMN, eventTable, PRODUCT_TYPE_COLUMN } from "./row-columns";

export const CHURN_EVENT_TABLE = eventTable({
  name: "churn_event",
  columns: {
    contract_id: { type: "uuid", label: "Contract", refers: "contract" },
    kind: { type: "text", label: "What happened" },
    happened_on: { type: "date", label: "Happened on" },
    reason: { type: "text", label: "Reason" },
    rival: { type: "text", label: "Rival" },
    amount_minor: { type: "bigint", label: "Yearly amount", isMoney: true },
    ...CURRENCY_COLUMN,
  },
  title: "t.kind || ' ' || t.happened_on",
});

export const COMPLAINT_TABLE = eventTable({
  name: "complaint",
  columns: {
    contact_id: { type: "uuid", label: "Contact", refers: "contact" },
    subject: { type: "text", label: "Subject" },
    body: { type: "text", label: "In full" },
    opened_on: { type: "date", label: "Opened on" },
    solved_on: { type: "date", label: "Solved on" },
  },
  title: "t.subject",
});

export const TOUCH_TABLE = eventTable({
  name: "touch",
  columns: {
    contact_id: { type: "uuid", label: "Contact", refers: "contact" },
    employee_id: { type: "uuid", label: "Colleague (e-mail)", refers: "employee" },
    kind: { type: "text", label: "Kind of activity" },
    is_two_way: { type: "boolean", label: "Both spoke" },
    happened_on: { type: "date", label: "Happened on" },
    note: { type: "text", label: "What was said" },
    next_step: { type: "text", label: "Next step" },
    next_step_on: { type: "date", label: "Next step on" },
  },
  title: "t.kind || ' ' || t.happened_on",
});

export const WALLET_ESTIMATE_TABLE = eventTable({
  name: "wallet_estimate",
  columns: {
    ...PRODUCT_TYPE_COLUMN,
    yearly_low_minor: { type: "bigint", label: "At least, a year", isMoney: true },
    yearly_high_minor: { type: "bigint", label: "At most, a year", isMoney: true },
    ...CURRENCY_COLUMN,
    provenance: { type: "text", label: "Where it is from" },
    estimated_on: { type: "date", label: "Estimated on" },
  },
  title: "t.provenance || ' ' || t.estimated_on",
});

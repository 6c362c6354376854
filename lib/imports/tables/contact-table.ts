import type { ImportTable } from "../rows/import-table";
import { ACCOUNT_COLUMNS, BY_SOURCE_AND_ID } from "./row-columns";

export const CONTACT_TABLE: ImportTable = {
  name: "contact",
  key: BY_SOURCE_AND_ID,
  columns: {
    ...ACCOUNT_COLUMNS,
    first_name: { type: "text", label: "First name" },
    last_name: { type: "text", label: "Last name" },
    email: { type: "text", label: "E-mail" },
    title: { type: "text", label: "Title" },
    role: { type: "text", label: "Role" },
    language: { type: "text", label: "Language" },
    works_with_id: { type: "uuid", label: "Works mostly with", refers: "employee" },
    left_on: { type: "date", label: "Left on" },
  },
  stamps: ["import_batch_id", "created_at", "updated_at"],
  guards: ["erased_at", "archived_at", "survey_interval_days"],
  account: "account_id",
  usedBy: [
    ["consent", "contact_id"],
    ["erasure_request", "contact_id"],
    ["complaint", "contact_id"],
    ["touch", "contact_id"],
    ["invitation", "contact_id"],
    ["response_event", "contact_id"],
  ],
  title:
    "CASE WHEN t.erased_at IS NULL THEN coalesce(nullif(concat_ws(' ', t.first_name, t.last_name), ''), t.email, t.external_id) END",
};

/** What a file says of consent: rows beside what was said before, never changed. */
export const CONSENT_TABLE: ImportTable = {
  name: "consent",
  key: ["id"],
  columns: {
    contact_id: { type: "uuid", refers: "contact" },
    purpose: { type: "text" },
    state: { type: "text" },
    wording: { type: "text" },
    source: { type: "text" },
    at: { type: "timestamptz" },
  },
  stamps: [],
  guards: [],
  account: null,
  usedBy: [],
  title: "t.purpose",
};

import type { ImportTable } from "../rows/import-table";
import { BY_SOURCE_AND_ID, ID_COLUMNS } from "./row-columns";

/** Made for past answers whose survey is not here; never changed by a file. */
export const SURVEY_TABLE: ImportTable = {
  name: "survey",
  key: ["id"],
  columns: {
    family_id: { type: "uuid" },
    version: { type: "int" },
    name: { type: "text", label: "Name" },
    question: { type: "text" },
    scale: { type: "text" },
    scope: { type: "text" },
  },
  stamps: ["import_batch_id", "created_at"],
  guards: ["archived_at"],
  account: null,
  usedBy: [
    ["wave", "survey_id"],
    ["invitation", "survey_id"],
    ["response_event", "survey_id"],
    ["survey_program", "survey_id"],
    ["survey_door", "survey_id"],
  ],
  title: "t.name",
};

export const RESPONSE_TABLE: ImportTable = {
  name: "response_event",
  key: BY_SOURCE_AND_ID,
  columns: {
    ...ID_COLUMNS,
    survey_id: { type: "uuid", label: "Survey", refers: "survey" },
    contact_id: { type: "uuid", label: "Contact", refers: "contact" },
    account_id: { type: "uuid", label: "Account", refers: "account" },
    question: { type: "text", label: "Question" },
    value_number: { type: "int", label: "Score" },
    comment: { type: "text", label: "Comment" },
    scale: { type: "text", label: "Scale" },
    scope: { type: "text" },
    class: { type: "text" },
    evidence: { type: "jsonb" },
    answered_at: { type: "timestamptz" },
    answered_on: { type: "date", label: "Answered on" },
  },
  stamps: ["import_batch_id"],
  guards: ["reason"],
  account: "account_id",
  usedBy: [["response_review", "response_id"]],
  title: "t.question || ' ' || t.value_number || ', ' || t.answered_on",
};

import type { ImportTable } from "../rows/import-table";

/** Added on the way for an e-mail address not seen before; never changed by a file. */
export const EMPLOYEE_TABLE: ImportTable = {
  name: "employee",
  key: ["email"],
  columns: { name: { type: "text", label: "Name" }, email: { type: "text" } },
  stamps: [],
  guards: ["user_id", "left_on"],
  account: null,
  usedBy: [
    ["account", "owner_id"],
    ["contact", "works_with_id"],
    ["logged_mail", "employee_id"],
    ["promise", "made_by_id"],
    ["touch", "employee_id"],
    ["touchpoint", "owner_id"],
    ["case_file", "owner_id"],
    ["survey_door", "employee_id"],
  ],
  title: "t.name",
};

import { applyComplaints } from "./apply-complaints";
import { COMPLAINT_FIELDS } from "./complaint-fields";
import { parseComplaint } from "./complaint-row";
import { defineKind } from "./import-kind";

export const complaints = defineKind({
  name: "complaints",
  label: "Complaints",
  about: "What customers complained of: when it came, when it was solved.",
  fields: COMPLAINT_FIELDS,
  idFields: [["externalId"], ["accountExternalId", "openedOn", "subject"]],
  entity: "complaint",
  keepsAttributes: false,
  parentField: null,
  parse: parseComplaint,
  apply: applyComplaints,
});

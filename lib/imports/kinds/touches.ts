import { applyTouches } from "./apply-touches";
import { defineKind } from "./import-kind";
import { TOUCH_FIELDS } from "./touch-fields";
import { parseTouch } from "./touch-row";

export const touches = defineKind({
  name: "touches",
  label: "Activities",
  about: "Calls, meetings, visits and mails with customers, from your CRM.",
  fields: TOUCH_FIELDS,
  idFields: [["externalId"]],
  entity: "touch",
  keepsAttributes: false,
  parentField: null,
  parse: parseTouch,
  apply: applyTouches,
});

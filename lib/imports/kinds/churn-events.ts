import { applyChurnEvents } from "./apply-churn-events";
import { CHURN_EVENT_FIELDS } from "./churn-event-fields";
import { parseChurnEvent } from "./churn-event-row";
import { defineKind } from "./import-kind";

export const churnEvents = defineKind({
  name: "churn_events",
  label: "Churn events",
  about: "Contracts and accounts lost, shrunk or won back, with reason and rival.",
  fields: CHURN_EVENT_FIELDS,
  idFields: [["externalId"], ["accountExternalId", "kind", "happenedOn"]],
  entity: "churn_event",
  keepsAttributes: false,
  parentField: null,
  parse: parseChurnEvent,
  apply: applyChurnEvents,
});

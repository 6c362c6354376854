/** What a system of the customer's own can be told of. A new kind is a line here and where it happens. */
export const EVENT_KINDS = [
  "advantage.dropped",
  "answer.confirmed",
  "answer.handled",
  "case.closed",
  "case.handed_over",
  "case.opened",
  "case.reopened",
  "contact.erased",
  "import.finished",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
/** Sent by hand, to try an endpoint. */
export const TEST_EVENT = "test";

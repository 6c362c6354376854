import { formatCount } from "@/lib/format/count";

/** The words of an import's page, from its check to its undoing. */
export const WORDS = {
  readCard: (rows: string) => `${rows} checked, nothing written yet`,
  wouldBe: {
    new: { label: "New", hint: "Would be added" },
    changed: { label: "Changed", hint: "Are here, with other values" },
    unchanged: { label: "Unchanged", hint: "Are here, the same" },
    rejected: { label: "Rejected", hint: "Would not be written" },
  },
  examples: "What would change",
  examplesNote: (shown: number, all: number, locale: string) =>
    shown < all
      ? `${shown} of ${formatCount(all, "changed row", "changed rows", locale)}.`
      : "Every changed row.",
  row: "Row",
  which: "Which",
  field: "Field",
  before: "Is",
  after: "Would be",
  empty: "empty",
  tooMuch: "More than a fifth of what is here would change.",
  tooMuchText: (changed: string, stored: string) =>
    `${changed} of ${stored} rows of this kind and source. Is it the right file, and are the columns right?`,
  accept: "Yes, these changes are meant",
  start: "Import",
  startPending: "One moment…",
  otherColumns: "Other columns",
  discard: "Discard this file",
  discardQuestion: "Discard the uploaded file?",
  discardText:
    "Nothing of it has been imported. The file is removed here; yours stays where it is.",
  undo: "Undo this import",
  undoQuestion: "Take this import back?",
  undoText:
    "Rows it made are removed, rows it changed get back what they held before. Rows that were written since, or that others name by now, stay and are listed.",
  keptTitle: "Rows that stayed",
  keptNote: "The first hundred.",
  keptWhy: "Why",
  keptReasons: {
    changed: "It was written again after this import.",
    used: "Others name it by now: orders, people, answers.",
    gone: "What it held before names something that is no longer here.",
  },
  entities: {
    account: "Account",
    contact: "Contact",
    consent: "Consent",
    employee: "Employee",
    product_type: "Product type",
    contract: "Contract",
    contract_term: "Term of a contract",
    purchase: "Purchase",
    churn_event: "Churn event",
    complaint: "Complaint",
    touch: "Activity",
    wallet_estimate: "Wallet estimate",
    survey: "Survey",
    response_event: "Answer",
  },
} as const;

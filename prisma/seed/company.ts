import type { Row } from "./tables";

// Nordlys Pumper itself: its people, what it sells, where it meets its customers, what it asks them.

export const ADMIN_EMAIL = "admin@nordlys.example";

export const EMPLOYEES = {
  ida: ["Ida", "Winther"],
  mette: ["Mette", "Holm"],
  karin: ["Karin", "Lehto"],
  sofie: ["Sofie", "Dahl"],
  jonas: ["Jonas", "Kjær"],
  anna: ["Anna", "Ekström"],
  lars: ["Lars", "Brandt"],
  soren: ["Søren", "Bach"],
  birgit: ["Birgit", "Lund"],
} as const;
export type EmployeeKey = keyof typeof EMPLOYEES;

export const PRODUCT_TYPES = {
  service: ["Service agreement", "contract", 0.46],
  monitoring: ["Remote monitoring", "contract", 0.62],
  pumps: ["Pumps", "order", 0.31],
  parts: ["Spare parts", "order", 0.44],
  seals: ["Seals", "order", 0.52],
  controls: ["Control units", "order", 0.38],
  visits: ["Service visits", "order", 0.27],
} as const;
export type ProductKey = keyof typeof PRODUCT_TYPES;

export const TOUCHPOINTS = {
  visit: ["In use", "Service visit", "soren"],
  delivery: ["Buying", "Delivery", "birgit"],
  invoice: ["Buying", "Invoice", "birgit"],
  onboarding: ["Getting started", "Commissioning", "soren"],
} as const;

export const SURVEYS = {
  /** Relative advantage and the driver block follow the score. */
  relationship: { name: "Relationship", question: "nps", asks: ["relative_advantage", "drivers"] },
  /** Would you choose us again: at most once a year per person. */
  choice: {
    name: "Relationship, free choice",
    question: "nps",
    asks: ["relative_advantage", "switching", "reason_to_stay"],
  },
  visit: { name: "After a service visit", question: "csat", touchpoint: "visit", asks: [] },
  delivery: { name: "After a delivery", question: "csat", touchpoint: "delivery", asks: [] },
  /** Stands in signatures. */
  signature: { name: "In our mails", question: "csat", asks: ["contact_me"] },
} as const;
export type SurveyKey = keyof typeof SURVEYS;

export type Company = {
  employees: Record<EmployeeKey, Row<"employee">>;
  productTypes: Record<ProductKey, Row<"productType">>;
  surveys: Record<SurveyKey, Row<"survey">>;
};

/** Who looks after customers of a country. */
export const OWNERS_OF = {
  DK: ["mette", "jonas", "mette", "jonas", "sofie"],
  SE: ["anna", "anna", "karin"],
  FI: ["karin"],
  NO: ["sofie"],
  DE: ["lars"],
} as const satisfies Record<string, readonly EmployeeKey[]>;

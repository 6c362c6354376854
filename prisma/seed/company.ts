import { mailAddress } from "./names";
import type { Row } from "./tables";
import { startOfDay, type World } from "./world";

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

const PRODUCT_TYPES = {
  service: ["Service agreement", "contract", 0.46],
  monitoring: ["Remote monitoring", "contract", 0.62],
  pumps: ["Pumps", "order", 0.31],
  parts: ["Spare parts", "order", 0.44],
  seals: ["Seals", "order", 0.52],
  controls: ["Control units", "order", 0.38],
  visits: ["Service visits", "order", 0.27],
} as const;
export type ProductKey = keyof typeof PRODUCT_TYPES;

const TOUCHPOINTS = {
  visit: ["In use", "Service visit", "soren"],
  delivery: ["Buying", "Delivery", "birgit"],
  invoice: ["Buying", "Invoice", "birgit"],
  onboarding: ["Getting started", "Commissioning", "soren"],
} as const;

const SURVEYS = {
  /** Relative advantage and the driver block follow the score. */
  relationship: { name: "Relationship", question: "nps", asks: ["advantage", "drivers"] },
  /** Would you choose us again: at most once a year per person. */
  choice: { name: "Relationship, free choice", question: "nps", asks: ["advantage", "switching"] },
  visit: { name: "After a service visit", question: "csat", touchpoint: "visit", asks: [] },
  delivery: { name: "After a delivery", question: "csat", touchpoint: "delivery", asks: [] },
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

export function makeCompany(world: World): Company {
  const on = world.from;
  const createdAt = startOfDay(on);
  const employees = mapKeys(EMPLOYEES, ([first, last]) =>
    world.add("employee", {
      id: world.newId(on),
      name: `${first} ${last}`,
      email: first === "Ida" ? ADMIN_EMAIL : mailAddress(first, last, "Nordlys"),
    }),
  );
  const productTypes = mapKeys(PRODUCT_TYPES, ([name, billedAs, marginRatio], key) =>
    world.add("productType", {
      id: world.newId(on),
      source: "erp",
      externalId: key,
      name,
      billedAs,
      marginRatio,
      createdAt,
    }),
  );
  const touchpoints = mapKeys(TOUCHPOINTS, ([stage, name, owner], _key, position) =>
    world.add("touchpoint", {
      id: world.newId(on),
      stage,
      name,
      ownerId: employees[owner].id,
      position,
    }),
  );
  const surveys = mapKeys(SURVEYS, (survey) => addSurvey(world, survey, touchpoints));
  return { employees, productTypes, surveys };
}

function addSurvey(
  world: World,
  survey: (typeof SURVEYS)[SurveyKey],
  touchpoints: Record<keyof typeof TOUCHPOINTS, Row<"touchpoint">>,
): Row<"survey"> {
  const asks: readonly string[] = survey.asks;
  const touchpoint = "touchpoint" in survey ? touchpoints[survey.touchpoint] : null;
  const id = world.newId(world.from);
  return world.add("survey", {
    id,
    familyId: id,
    version: 1,
    name: survey.name,
    question: survey.question,
    scale: survey.question === "nps" ? "0-10" : "1-5",
    scope: touchpoint === null ? "relationship" : "touchpoint",
    touchpointId: touchpoint?.id ?? null,
    asksRelativeAdvantage: asks.includes("advantage"),
    asksSwitching: asks.includes("switching"),
    asksDrivers: asks.includes("drivers"),
    createdAt: startOfDay(world.from),
  });
}

function mapKeys<Key extends string, From, To>(
  source: Record<Key, From>,
  make: (value: From, key: Key, index: number) => To,
): Record<Key, To> {
  const entries = (Object.keys(source) as Key[]).map(
    (key, index) => [key, make(source[key], key, index)] as const,
  );
  return Object.fromEntries(entries) as Record<Key, To>;
}

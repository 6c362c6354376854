import type { EmployeeKey } from "./company";
import { type Country, LANGUAGE_OF, REGIONS } from "./name-lists";
import { mailAddress, personName } from "./names";
import type { Row } from "./tables";
import { historyFrom, startOfDay, type World } from "./world";

/** One customer while the story is told: its row, its people and who looks after it. */
export type Customer = {
  account: Row<"account">;
  people: Row<"contact">[];
  owner: EmployeeKey | null;
  country: Country;
};

export type Role = "decision_maker" | "influencer" | "user";

export const SIZE_BANDS = ["1-49", "50-249", "250+"] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

export type AccountSpec = {
  name: string;
  country: Country;
  industry: string | null;
  sizeBand: SizeBand | null;
  owner: EmployeeKey | null;
  ownerSince?: string;
  since: string;
  acquiredBy?: "referral" | "repeat_person" | "inbound" | "bought" | "unknown";
  referredBy?: Customer | null;
  parent?: Customer;
  decidesForSites?: boolean;
};

/** Norwegian customers are invoiced in euro. */
const CURRENCY_OF: Record<Country, string> = {
  DK: "DKK",
  SE: "SEK",
  FI: "EUR",
  NO: "EUR",
  DE: "EUR",
};

export function addAccount(world: World, spec: AccountSpec): Customer {
  const createdOn = historyFrom(world, spec.since);
  const ordinal = world.rows.account.length;
  const account = world.add("account", {
    id: world.newId(createdOn),
    source: "erp",
    externalId: `K${10_210 + ordinal * 7}`,
    ordinal,
    name: spec.name,
    parentId: spec.parent?.account.id ?? null,
    decidesForSites: spec.decidesForSites ?? false,
    ownerId: spec.owner === null ? null : world.company.employees[spec.owner].id,
    ownerSince: spec.ownerSince ?? createdOn,
    sizeBand: spec.sizeBand,
    industry: spec.industry,
    country: spec.country,
    region: world.random.pick(REGIONS[spec.country]),
    currency: CURRENCY_OF[spec.country],
    customerSince: spec.since,
    acquiredBy: spec.acquiredBy ?? "unknown",
    referredById: spec.referredBy?.account.id ?? null,
    createdAt: startOfDay(createdOn),
    updatedAt: startOfDay(createdOn),
  });
  return { account, people: [], owner: spec.owner, country: spec.country };
}

export type PersonSpec = {
  role: Role | null;
  name?: readonly [first: string, last: string];
  title?: string;
  worksWith?: EmployeeKey;
  since?: string;
  leftOn?: string;
  hasEmail?: boolean;
};

const TITLES: Record<Role, readonly string[]> = {
  decision_maker: [
    "Managing director",
    "Technical director",
    "Plant manager",
    "Head of procurement",
  ],
  influencer: ["Maintenance manager", "Process engineer", "Buyer", "Project manager"],
  user: ["Operator", "Fitter", "Shift supervisor", "Warehouse clerk"],
};

export function addPerson(world: World, customer: Customer, spec: PersonSpec): Row<"contact"> {
  const { account, country } = customer;
  const language = LANGUAGE_OF[country];
  const drawn = personName(world.random, language);
  const [first, last] = spec.name ?? [drawn.first, drawn.last];
  const on = spec.since ?? account.createdAt.slice(0, 10);
  const contact = world.add("contact", {
    id: world.newId(on),
    accountId: account.id,
    source: "erp",
    externalId: `P${20_400 + world.rows.contact.length}`,
    firstName: first,
    lastName: last,
    email: spec.hasEmail === false ? null : freeAddress(customer, first, last),
    title: spec.title ?? (spec.role === null ? null : world.random.pick(TITLES[spec.role])),
    role: spec.role,
    language: language === "de" ? "en" : language,
    worksWithId: spec.worksWith === undefined ? null : world.company.employees[spec.worksWith].id,
    leftOn: spec.leftOn ?? null,
    createdAt: startOfDay(on),
    updatedAt: startOfDay(on),
  });
  customer.people.push(contact);
  return contact;
}

function freeAddress({ account, people }: Customer, first: string, last: string): string {
  const address = mailAddress(first, last, account.name);
  const isTaken = people.some((person) => person.email === address);
  return isTaken ? address.replace("@", `.${people.length + 1}@`) : address;
}

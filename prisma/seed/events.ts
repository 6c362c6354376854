import type { Customer } from "./accounts";
import type { EmployeeKey } from "./company";
import type { Row } from "./tables";
import { startOfDay, type World } from "./world";

type ComplaintSpec = {
  subject: string;
  body?: string;
  openedOn: string;
  solvedOn: string | null;
  person?: Row<"contact">;
};

export function addComplaint(world: World, customer: Customer, spec: ComplaintSpec): void {
  world.add("complaint", {
    id: world.newId(spec.openedOn),
    accountId: customer.account.id,
    contactId: spec.person?.id ?? null,
    source: "erp",
    externalId: `R${700 + world.rows.complaint.length}`,
    subject: spec.subject,
    body: spec.body ?? null,
    openedOn: spec.openedOn,
    solvedOn: spec.solvedOn,
    createdAt: startOfDay(spec.openedOn),
  });
}

type PromiseSpec = {
  by: EmployeeKey;
  body: string;
  madeOn: string;
  dueOn: string;
  keptOn: string | null;
};

export function addPromise(world: World, customer: Customer, spec: PromiseSpec): void {
  world.add("promise", {
    id: world.newId(spec.madeOn),
    accountId: customer.account.id,
    madeById: world.company.employees[spec.by].id,
    body: spec.body,
    madeOn: spec.madeOn,
    dueOn: spec.dueOn,
    keptOn: spec.keptOn,
    createdAt: startOfDay(spec.madeOn),
  });
}

type TouchSpec = {
  by: EmployeeKey;
  on: string;
  kind: "call" | "meeting" | "visit" | "email" | "note";
  isTwoWay?: boolean;
  person?: Row<"contact"> | null;
  note?: string;
  nextStep?: string;
  nextStepOn?: string;
};

export function addTouch(world: World, customer: Customer, spec: TouchSpec): void {
  world.add("touch", {
    id: world.newId(spec.on),
    accountId: customer.account.id,
    contactId: spec.person?.id ?? null,
    employeeId: world.company.employees[spec.by].id,
    source: "erp",
    externalId: `T${world.rows.touch.length + 1}`,
    kind: spec.kind,
    isTwoWay: spec.isTwoWay ?? true,
    happenedOn: spec.on,
    note: spec.note ?? null,
    nextStep: spec.nextStep ?? null,
    nextStepOn: spec.nextStepOn ?? null,
    praisedDrivers: [],
    criticisedDrivers: [],
    createdAt: startOfDay(spec.on),
  });
}

import { addDays } from "@/lib/format/calendar";
import type { Customer } from "../accounts";
import type { EmployeeKey } from "../company";
import { addComplaint, addPromise, addTouch } from "../events";
import type { Generator } from "../generator";
import { daysFrom, historyFrom, type World } from "../world";
import type { Plan } from "./plan";

const SUBJECTS = [
  "Late delivery",
  "Seal leaks after a month",
  "Wrong part delivered",
  "Technician came late",
  "Invoice does not match the order",
  "Vibration after service",
];
const PROMISES = [
  "Send the drawing of the bypass",
  "Corrected invoice",
  "Loan pump until the repair is done",
  "Offer for a second duty pump",
  "Training for the night shift",
];

export function addOrdinaryEvents(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
): void {
  const first = historyFrom(world, plan.since);
  const days = daysFrom(first, plan.end?.on ?? world.asOf);
  if (days < 30) return;
  const dayWithin = () => addDays(first, random.int(0, days - 1));
  for (
    let n = random.poisson((days / 365) * 0.2 * Math.exp(-0.55 * plan.sentiment.service));
    n > 0;
    n -= 1
  ) {
    addOrdinaryComplaint(world, random, customer, dayWithin());
  }
  for (let n = random.poisson((days / 365) * 0.22); n > 0; n -= 1) {
    addOrdinaryPromise(world, random, customer, plan, dayWithin());
  }
  const contacts = plan.sizeBand === "250+" ? 7 : plan.sizeBand === "50-249" ? 4.5 : 2.6;
  for (let n = random.poisson((days / 365) * contacts); n > 0; n -= 1) {
    addOrdinaryTouch(world, random, customer, plan, dayWithin());
  }
}

function addOrdinaryComplaint(
  world: World,
  random: Generator,
  customer: Customer,
  openedOn: string,
): void {
  const solvedOn = addDays(openedOn, random.chance(0.85) ? random.int(0, 9) : random.int(10, 45));
  addComplaint(world, customer, {
    subject: random.pick(SUBJECTS),
    openedOn,
    solvedOn: solvedOn <= world.asOf ? solvedOn : null,
  });
}

function addOrdinaryPromise(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  madeOn: string,
): void {
  const dueOn = addDays(madeOn, random.int(7, 40));
  const keptOn = addDays(dueOn, random.int(-6, 2));
  const isForgotten = daysFrom(dueOn, world.asOf) < 60 && random.chance(0.12);
  addPromise(world, customer, {
    by: plan.owner,
    body: random.pick(PROMISES),
    madeOn,
    dueOn,
    keptOn: keptOn <= world.asOf && !isForgotten ? keptOn : null,
  });
}

function addOrdinaryTouch(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  on: string,
): void {
  const by: EmployeeKey = random.chance(0.8)
    ? plan.owner
    : random.pick<EmployeeKey>(["soren", "birgit"]);
  const isRecent = daysFrom(on, world.asOf) < 30;
  addTouch(world, customer, {
    by,
    on,
    kind: random.pick(["call", "call", "meeting", "email", "visit"] as const),
    isTwoWay: random.chance(0.8),
    person: random.chance(0.85) ? (random.pick(customer.people) ?? null) : null,
    ...(isRecent && random.chance(0.55)
      ? { nextStep: "Call again about the open points", nextStepOn: world.ago(-random.int(4, 40)) }
      : {}),
  });
}

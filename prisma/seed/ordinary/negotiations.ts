import { addDays } from "@/lib/format/calendar";
import type { Generator } from "../generator";
import { viewAt } from "../sentiment";
import type { Row } from "../tables";
import { daysFrom, type World } from "../world";
import { type Plan, RIVALS } from "./plan";

/** A round before every signed renewal, and an open one where a decision is near. */
export function addNegotiations(
  world: World,
  random: Generator,
  contract: Row<"contract">,
  plan: Plan,
): void {
  const terms = world.rows.contractTerm.filter((term) => term.contractId === contract.id);
  const signed = terms.slice(1).filter((term) => term.decidedBy === "signature");
  for (const term of signed) {
    if (daysFrom(world.from, term.decidedOn) >= 0) addRound(world, random, contract, term, plan);
  }
  const last = terms[terms.length - 1];
  if (last?.endsOn == null || plan.end !== null) return;
  const daysLeft = daysFrom(world.asOf, last.endsOn) - contract.noticeDays;
  if (daysLeft <= 0 || daysLeft > 270) return;
  if (daysLeft < 70 && random.chance(0.5)) addOpenRound(world, random, contract, last, plan);
  const calls = random.fork(`${contract.externalId} call`);
  if (calls.chance(0.6)) addCall(world, calls, contract, plan);
}

function addRound(
  world: World,
  random: Generator,
  contract: Row<"contract">,
  term: Row<"contractTerm">,
  plan: Plan,
): void {
  const asked = Math.max(0, random.normal(0.06, 0.03));
  const granted = asked * random.between(0.2, 0.7);
  world.add("renewalNegotiation", {
    id: world.newId(term.decidedOn),
    contractId: contract.id,
    openedOn: addDays(term.decidedOn, -random.int(9, 38)),
    closedOn: term.decidedOn,
    rounds: random.int(1, 3),
    listMinor: Math.round(term.recurringMinor / (1 - granted)),
    signedMinor: term.recurringMinor,
    currency: term.currency,
    discountAskedRatio: twoDecimals(asked),
    discountGrantedRatio: twoDecimals(granted),
    rival: random.chance(viewAt(plan.sentiment, 1) < -0.3 ? 0.25 : 0.06)
      ? random.pick(RIVALS)
      : null,
    outcome: "won",
  });
}

function addOpenRound(
  world: World,
  random: Generator,
  contract: Row<"contract">,
  term: Row<"contractTerm">,
  plan: Plan,
): void {
  const openedOn = world.ago(random.int(4, 30));
  world.add("renewalNegotiation", {
    id: world.newId(openedOn),
    contractId: contract.id,
    openedOn,
    rounds: 1,
    listMinor: term.recurringMinor,
    currency: term.currency,
    discountAskedRatio: twoDecimals(Math.max(0, random.normal(0.06, 0.03))),
    rival: viewAt(plan.sentiment, 0) < -0.6 && random.chance(0.3) ? random.pick(RIVALS) : null,
    outcome: "open",
  });
}

const LINES = {
  safe: "Good talk last month, no doubts voiced",
  unsure: "New head of procurement, hard to read",
  at_risk: "Asked for a second offer",
} as const;

function addCall(world: World, random: Generator, contract: Row<"contract">, plan: Plan): void {
  const felt = viewAt(plan.sentiment, 0) + random.normal(0.5, 0.6);
  const call = felt > 0 ? "safe" : felt > -0.9 ? "unsure" : "at_risk";
  const calledOn = world.ago(random.int(3, 85));
  world.add("managerCall", {
    id: world.newId(calledOn),
    contractId: contract.id,
    call,
    line: LINES[call],
    calledOn,
    calledById: world.company.employees[plan.owner].id,
  });
}

function twoDecimals(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}

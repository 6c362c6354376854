import { addDays } from "@/lib/format/calendar";
import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract, addInvoices, type ContractSpec } from "../contracts";
import type { Generator } from "../generator";
import { viewAt } from "../sentiment";
import type { Row } from "../tables";
import { daysFrom, startOfDay, type World } from "../world";
import { addNegotiations } from "./negotiations";
import type { Plan } from "./plan";

/** One service agreement; some have remote monitoring beside it, some have added it in the last year. */
export function addOrdinaryContracts(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  yearlyKroner: number,
): void {
  const hasMonitoring = random.chance(0.22);
  const share = hasMonitoring ? random.between(0.12, 0.3) : 0;
  const service = addOne(world, random, customer, plan, "service", yearlyKroner * (1 - share));
  if (random.chance(0.25)) {
    addInvoices(world, customer, service, {
      everyMonths: 3,
      namesContract: (index) => index % 5 !== 4,
    });
  }
  if (hasMonitoring) addOne(world, random, customer, plan, "monitoring", yearlyKroner * share);
  else if (plan.end === null && viewAt(plan.sentiment, 0) > 0.2 && random.chance(0.45)) {
    addContract(world, customer, {
      product: "monitoring",
      from: world.ago(random.int(40, 330)),
      termMonths: 24,
      yearlyKroner: yearlyKroner * random.between(0.2, 0.45),
      noticeDays: 90,
      autoRenews: true,
    });
  }
}

function addOne(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  product: ContractSpec["product"],
  yearlyKroner: number,
): Row<"contract"> {
  const isLong = random.chance(0.35) && plan.fade !== "smallerContract";
  const termMonths = isLong ? random.pick([24, 36, 36, 48]) : 12;
  const noticeDays = random.weighted([
    [30, 15],
    [60, 15],
    [90, 55],
    [180, 15],
  ] as const);
  const from = firstDay(world, random, plan, termMonths, noticeDays);
  const terms = Math.ceil(daysFrom(from, plan.end?.on ?? world.asOf) / 30.44 / termMonths);
  const spec: ContractSpec = {
    product,
    from,
    termMonths,
    yearlyKroner,
    noticeDays,
    autoRenews: !random.chance(0.12),
    indexation: random.chance(0.65) ? random.between(0.015, 0.03) : 0,
    signedTerms: Array.from({ length: terms }, (_, index) => index + 1).filter(() =>
      random.chance(isLong ? 0.55 : 0.11),
    ),
    changes: changesOf(random, plan, terms),
  };
  if (plan.end !== null) {
    spec.endedOn = plan.end.on;
    spec.noticeGivenOn = addDays(plan.end.on, -noticeDays - random.int(0, 40));
  }
  const contract = addContract(world, customer, spec);
  if (plan.fade === "smallerContract") addShrink(world, customer, contract);
  addNegotiations(world, random, contract, plan);
  return contract;
}

/**
 * First day of the first term. Most decisions fall outside the next half-year: the year-end round
 * is behind.
 */
function firstDay(
  world: World,
  random: Generator,
  plan: Plan,
  termMonths: number,
  noticeDays: number,
): string {
  const isSoon = random.chance(0.03);
  const toDecision = isSoon ? random.int(8, 180) : random.int(212, termMonths > 12 ? 900 : 350);
  const renewal = plan.end === null ? world.ago(-toDecision - noticeDays) : plan.end.on;
  const historyYears = random.int(1, 7);
  let from = `${addMonths(renewal, -termMonths).slice(0, 8)}01`;
  if (plan.end !== null) from = addMonths(renewal, -termMonths);
  while (from > plan.since && daysFrom(from, world.asOf) < historyYears * 365) {
    from = addMonths(from, -termMonths);
  }
  return from < plan.since && daysFrom(plan.since, world.asOf) < 3 * 365 ? plan.since : from;
}

function changesOf(random: Generator, plan: Plan, terms: number): Record<number, number> {
  const changes: Record<number, number> = {};
  for (let term = 1; term < terms; term += 1) {
    const view = viewAt(plan.sentiment, 1);
    if (view > -0.2 && random.chance(0.34)) changes[term] = random.between(1.1, 1.55);
    else if (random.chance(view < -0.4 ? 0.16 : 0.05)) changes[term] = random.between(0.7, 0.93);
  }
  if (plan.fade === "smallerContract" && terms > 1) changes[terms - 1] = random.between(0.45, 0.68);
  return changes;
}

function addShrink(world: World, customer: Customer, contract: Row<"contract">): void {
  const terms = world.rows.contractTerm.filter((term) => term.contractId === contract.id);
  const [before, now] = terms.slice(-2);
  if (before === undefined || now === undefined) return;
  world.add("churnEvent", {
    id: world.newId(now.startsOn),
    accountId: customer.account.id,
    contractId: contract.id,
    source: "erp",
    externalId: `L${world.rows.churnEvent.length + 1}`,
    kind: "shrunk",
    happenedOn: now.startsOn,
    reason: "Fewer pumps in service",
    amountMinor: Math.max(0, before.recurringMinor - now.recurringMinor),
    currency: now.currency,
    createdAt: startOfDay(now.startsOn),
  });
}

import { addDays } from "@/lib/format/calendar";
import { addAccount, addPerson, type Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { addContract, currentTerm } from "../contracts";
import { addComplaint, addPromise, addTouch } from "../events";
import { pulseDay, pulseWave, touchpointWave } from "../waves";
import type { World } from "../world";

const NOTICE_DAYS = 90;

/** The signer says 4 while the users are happy, a rival is at the table, and the last day of notice is near. */
export function plantGrenaaHavn(world: World): Customer {
  const customer = addAccount(world, {
    name: "Grenaa Havn",
    country: "DK",
    industry: "Harbour and marine",
    sizeBand: "250+",
    owner: "mette",
    since: addMonths(world.asOf, -112),
    acquiredBy: "inbound",
  });
  const anne = addPerson(world, customer, {
    role: "decision_maker",
    name: ["Anne", "Krog"],
    title: "Technical director",
  });
  const jens = addPerson(world, customer, {
    role: "influencer",
    name: ["Jens", "Toft"],
    title: "Maintenance manager",
  });
  const lone = addPerson(world, customer, {
    role: "user",
    name: ["Lone", "Ravn"],
    title: "Shift supervisor",
    worksWith: "soren",
  });
  const tell = (
    person: typeof anne,
    index: number,
    answers: Parameters<typeof ask>[1]["answers"],
  ) =>
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person,
      on: pulseDay(world, index),
      answers,
      afterDays: 2,
    });
  tell(anne, 6, { nps: 8, advantage: "better" });
  tell(jens, 5, { nps: 8 });
  tell(lone, 4, { nps: 9 });
  tell(anne, 2, { nps: 7 });
  tell(jens, 1, { nps: 8 });
  tell(anne, 0, {
    nps: 4,
    drivers: { added_value: 4, service: 2, communication: 2, incentives: 3 },
    comment:
      "Fakturaerne er stadig ikke i orden, selv om det blev lovet. Vi har fået et andet tilbud.",
  });
  tell(lone, 0, { nps: 9, comment: "Pumperne ved kaj 3 har kørt uden stop siden renoveringen." });
  const visit = world.ago(140);
  ask(world, {
    wave: touchpointWave(world, "visit", visit),
    customer,
    person: lone,
    on: visit,
    answers: { csat: 5 },
  });
  addAgreement(world, customer);
  addTrouble(world, customer);
  return customer;
}

function addAgreement(world: World, customer: Customer): void {
  const renewal = world.ago(-13 - NOTICE_DAYS);
  const contract = addContract(world, customer, {
    product: "service",
    from: addMonths(renewal, -60),
    termMonths: 12,
    yearlyKroner: 5_636_000,
    noticeDays: NOTICE_DAYS,
    autoRenews: true,
    indexation: 0.02,
    signedTerms: [2, 4],
  });
  const term = currentTerm(world, contract);
  const value = term?.recurringMinor ?? 0;
  const base = { contractId: contract.id, currency: customer.account.currency };
  const lastRound = addDays(term?.decidedOn ?? world.ago(365), -21);
  world.add("renewalNegotiation", {
    id: world.newId(lastRound),
    ...base,
    openedOn: lastRound,
    closedOn: addDays(lastRound, 21),
    rounds: 2,
    listMinor: Math.round(value * 1.03),
    signedMinor: value,
    discountAskedRatio: 0.05,
    discountGrantedRatio: 0.03,
    outcome: "won",
  });
  const thisRound = world.ago(34);
  world.add("renewalNegotiation", {
    id: world.newId(thisRound),
    ...base,
    openedOn: thisRound,
    rounds: 3,
    listMinor: value,
    discountAskedRatio: 0.12,
    rival: "Pumpex",
    outcome: "open",
  });
  const calledOn = world.ago(14);
  world.add("managerCall", {
    id: world.newId(calledOn),
    contractId: contract.id,
    call: "safe",
    line: "They always sign in the last week",
    calledOn,
    calledById: world.company.employees.mette.id,
  });
}

function addTrouble(world: World, customer: Customer): void {
  const [anne, , lone] = customer.people;
  const complain = (subject: string, daysAgo: number, solvedAfter: number) =>
    addComplaint(world, customer, {
      subject,
      openedOn: world.ago(daysAgo),
      solvedOn: world.ago(daysAgo - solvedAfter),
      ...(anne ? { person: anne } : {}),
    });
  complain("Invoice does not name the quay", 121, 6);
  complain("Invoice does not name the quay, again", 84, 4);
  complain("Technician came a day late", 58, 2);
  addPromise(world, customer, {
    by: "mette",
    body: "New invoice template with one line per quay",
    madeOn: world.ago(82),
    dueOn: world.ago(48),
    keptOn: null,
  });
  addTouch(world, customer, {
    by: "mette",
    on: world.ago(36),
    kind: "meeting",
    person: anne ?? null,
    note: "First round of the renewal. Asked for 12 % off.",
  });
  addTouch(world, customer, {
    by: "soren",
    on: world.ago(141),
    kind: "visit",
    person: lone ?? null,
    note: "Yearly service of the bilge pumps.",
  });
}

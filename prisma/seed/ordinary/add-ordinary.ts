import { addAccount, addPerson, type Customer, type Role } from "../accounts";
import type { Generator } from "../generator";
import { FISH_FARMING } from "../name-lists";
import { startOfDay, type World } from "../world";
import { addOrdinaryAnswers } from "./answers";
import { addOrdinaryContracts } from "./contracts";
import { addOrdinaryEvents } from "./events";
import { addFollowUps } from "./follow-ups";
import { addOrdinaryOrders } from "./orders";
import type { Plan } from "./plan";
import { addWallet } from "./wallets";

/** One customer with its people, contracts, orders, answers and events, as its plan says. */
export function addOrdinary(world: World, plan: Plan, referredBy: Customer | null): Customer {
  const random = world.random.fork(plan.company.name);
  const { company } = plan;
  const customer = addAccount(world, {
    name: company.name,
    country: company.country,
    industry: random.chance(0.04) && company.industry !== FISH_FARMING ? null : company.industry,
    sizeBand: random.chance(0.06) ? null : plan.sizeBand,
    owner: random.chance(0.02) ? null : plan.owner,
    ...(random.chance(0.03) ? { ownerSince: world.ago(random.int(20, 85)) } : {}),
    since: plan.since,
    ...acquisition(random, referredBy),
  });
  addPeople(world, random, customer, plan);
  const contractShare =
    plan.kind === "contract" ? 1 : plan.kind === "orders" ? 0 : random.between(0.35, 0.75);
  if (contractShare > 0) {
    addOrdinaryContracts(
      world,
      random.fork("contracts"),
      customer,
      plan,
      plan.yearlyKroner * contractShare,
    );
  }
  if (contractShare < 1) {
    addOrdinaryOrders(
      world,
      random.fork("orders"),
      customer,
      plan,
      plan.yearlyKroner * (1 - contractShare),
    );
  }
  addOrdinaryAnswers(world, random.fork("answers"), customer, plan);
  addOrdinaryEvents(world, random.fork("events"), customer, plan);
  addFollowUps(world, random.fork("follow-ups"), customer, plan);
  if (plan.end === null) addWallet(world, random.fork("wallet"), customer, plan);
  if (plan.end !== null) addLoss(world, customer, plan);
  return customer;
}

function acquisition(random: Generator, referredBy: Customer | null) {
  if (referredBy !== null) return { acquiredBy: "referral" as const, referredBy };
  return {
    acquiredBy: random.weighted([
      ["unknown", 40],
      ["bought", 27],
      ["inbound", 22],
      ["repeat_person", 11],
    ] as const),
  };
}

const HEADCOUNT = { "1-49": [2, 3], "50-249": [3, 5], "250+": [4, 8] } as const;

function addPeople(world: World, random: Generator, customer: Customer, plan: Plan): void {
  const [low, high] = HEADCOUNT[plan.sizeBand];
  const count = random.int(low, high);
  const deciders = random.chance(0.05)
    ? 0
    : plan.sizeBand === "250+"
      ? random.int(1, 3)
      : random.chance(0.15)
        ? 2
        : 1;
  for (let index = 0; index < count; index += 1) {
    const role: Role | null =
      index < deciders
        ? "decision_maker"
        : random.chance(0.08)
          ? null
          : random.chance(0.45)
            ? "influencer"
            : "user";
    addPerson(world, customer, {
      role,
      hasEmail: !random.chance(0.03),
      ...(random.chance(0.35) && plan.owner ? { worksWith: plan.owner } : {}),
      ...(index >= deciders && random.chance(0.05)
        ? { leftOn: world.ago(random.int(20, 500)) }
        : {}),
    });
  }
}

function addLoss(world: World, customer: Customer, plan: Plan): void {
  const { end } = plan;
  // One loss in ten nobody wrote down.
  if (end === null || world.random.chance(0.1)) return;
  world.add("churnEvent", {
    id: world.newId(end.on),
    accountId: customer.account.id,
    source: "erp",
    externalId: `L${world.rows.churnEvent.length + 1}`,
    kind: "account_lost",
    happenedOn: end.on,
    reason: end.reason,
    rival: end.rival,
    createdAt: startOfDay(end.on),
  });
}

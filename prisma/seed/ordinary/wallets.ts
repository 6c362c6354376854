import type { Customer } from "../accounts";
import type { Generator } from "../generator";
import { viewAt } from "../sentiment";
import { startOfDay, type World } from "../world";
import type { Plan } from "./plan";

/** What the customer spends on all that we sell, where somebody asked or made a guess. */
export function addWallet(world: World, random: Generator, customer: Customer, plan: Plan): void {
  if (!random.chance(plan.sizeBand === "250+" ? 0.75 : 0.4)) return;
  const share = Math.min(
    0.9,
    Math.max(0.12, random.normal(0.4 + 0.06 * viewAt(plan.sentiment, 0), 0.14)),
  );
  const isStale = random.chance(0.13);
  addWalletEstimate(world, customer, {
    yearlyKroner: plan.yearlyKroner / share,
    spread: random.between(0.05, 0.2),
    provenance: random.chance(0.45) ? "asked" : "estimated",
    on: world.ago(isStale ? random.int(380, 600) : random.int(10, 330)),
  });
}

export function addWalletEstimate(
  world: World,
  customer: Customer,
  spec: { yearlyKroner: number; spread: number; provenance: "asked" | "estimated"; on: string },
): void {
  const { account } = customer;
  const minor = (kroner: number) =>
    Math.round(world.inCurrency(kroner, account.currency) / 1_000) * 100_000;
  world.add("walletEstimate", {
    id: world.newId(spec.on),
    accountId: account.id,
    yearlyLowMinor: minor(spec.yearlyKroner * (1 - spec.spread)),
    yearlyHighMinor: minor(spec.yearlyKroner * (1 + spec.spread)),
    currency: account.currency,
    provenance: spec.provenance,
    estimatedOn: spec.on,
    createdAt: startOfDay(spec.on),
  });
}

import { addDays } from "@/lib/format/calendar";
import type { Customer } from "./accounts";
import { addMonths } from "./add-months";
import type { ProductKey } from "./company";
import type { Row } from "./tables";
import { daysFrom, startOfDay, type World } from "./world";

export type ContractSpec = {
  product: Extract<ProductKey, "service" | "monitoring">;
  /** First day of the first term. */
  from: string;
  termMonths: number;
  /** Yearly value of the first term, in kroner. */
  yearlyKroner: number;
  noticeDays: number;
  autoRenews: boolean;
  /** Raised at every renewal by this share. */
  indexation?: number;
  /** Renewals signed by the customer, by term (1 is the first renewal); the others run on by themselves. */
  signedTerms?: readonly number[];
  /** Yearly value of a term against the term before, besides indexation. */
  changes?: Readonly<Record<number, number>>;
  noticeGivenOn?: string;
  /** First day on which it no longer runs. */
  endedOn?: string;
};

/** A contract with every term up to the one that runs on the as-of day. */
export function addContract(world: World, customer: Customer, spec: ContractSpec): Row<"contract"> {
  const { account } = customer;
  const type = world.company.productTypes[spec.product];
  const contract = world.add("contract", {
    id: world.newId(spec.from),
    accountId: account.id,
    productTypeId: type.id,
    source: "erp",
    externalId: `A${3_300 + world.rows.contract.length}`,
    name: `${type.name} ${spec.from.slice(0, 4)}`,
    noticeDays: spec.noticeDays,
    autoRenews: spec.autoRenews,
    isIndexed: (spec.indexation ?? 0) > 0,
    noticeGivenOn: spec.noticeGivenOn ?? null,
    endedOn: spec.endedOn !== undefined && spec.endedOn <= world.asOf ? spec.endedOn : null,
    createdAt: startOfDay(spec.from),
    updatedAt: startOfDay(spec.from),
  });
  addTerms(world, customer, contract, spec);
  return contract;
}

function addTerms(world: World, customer: Customer, contract: Row<"contract">, spec: ContractSpec) {
  const { currency } = customer.account;
  const stop = spec.endedOn ?? addDays(world.asOf, 1);
  let yearly = world.inCurrency(spec.yearlyKroner, currency);
  for (let term = 0; ; term += 1) {
    const startsOn = addMonths(spec.from, term * spec.termMonths);
    if (startsOn >= stop) return;
    if (term > 0) yearly *= (1 + (spec.indexation ?? 0)) * (spec.changes?.[term] ?? 1);
    const isSigned = term === 0 || !spec.autoRenews || (spec.signedTerms ?? []).includes(term);
    const lead = isSigned ? world.random.int(12, 45) : spec.noticeDays;
    const planned = addMonths(spec.from, (term + 1) * spec.termMonths);
    world.add("contractTerm", {
      id: world.newId(startsOn),
      contractId: contract.id,
      startsOn,
      endsOn: spec.endedOn !== undefined && spec.endedOn < planned ? spec.endedOn : planned,
      recurringMinor: Math.round(yearly / 100) * 10_000,
      currency,
      decidedBy: isSigned ? "signature" : "automatic",
      decidedOn: addDays(startsOn, -lead),
    });
  }
}

/** The term that runs on the as-of day. */
export function currentTerm(world: World, contract: Row<"contract">): Row<"contractTerm"> | null {
  const terms = world.rows.contractTerm.filter((term) => term.contractId === contract.id);
  return (
    terms.find(
      ({ startsOn, endsOn }) => startsOn <= world.asOf && (endsOn == null || endsOn > world.asOf),
    ) ?? null
  );
}

/** Invoices of a contract, as an ERP exports them among the orders. */
export function addInvoices(
  world: World,
  customer: Customer,
  contract: Row<"contract">,
  options: { everyMonths: number; namesContract: (index: number) => boolean },
): void {
  const terms = world.rows.contractTerm.filter((term) => term.contractId === contract.id);
  const first = terms[0]?.startsOn ?? world.asOf;
  for (let index = 0; ; index += 1) {
    const on = addMonths(first, index * options.everyMonths);
    const term = terms.find(
      ({ startsOn, endsOn }) => startsOn <= on && (endsOn == null || on < endsOn),
    );
    if (on > world.asOf || term === undefined) return;
    if (daysFrom(world.from, on) < 0) continue;
    world.add("purchase", {
      id: world.newId(on),
      accountId: customer.account.id,
      productTypeId: contract.productTypeId ?? null,
      contractId: options.namesContract(index) ? contract.id : null,
      source: "erp",
      externalId: `F${contract.externalId}-${index + 1}`,
      orderNumber: `F${contract.externalId}-${index + 1}`,
      orderedOn: on,
      amountMinor: Math.round((term.recurringMinor * options.everyMonths) / 12),
      currency: term.currency,
      createdAt: startOfDay(on),
    });
  }
}

import { newId } from "@/lib/db/new-id";
import { addDays } from "@/lib/format/calendar";
import { date, stamps, type World } from "./world";

type PurchaseGiven = {
  on: string;
  amountMinor: number;
  currency?: string;
  contractId?: string;
  productTypeId?: string;
  chosenBy?: "active" | "automatic";
  orderNumber?: string;
  listMinor?: number;
  marginMinor?: number;
};

export async function createPurchases(
  world: World,
  accountId: string,
  given: readonly PurchaseGiven[],
) {
  const data = given.map(({ on, ...row }) => ({
    currency: world.workspace.currency,
    ...row,
    ...stamps(world),
    accountId,
    orderedOn: date(on),
  }));
  await world.in((tx) => tx.purchase.createMany({ data }));
  await world.changed(accountId);
  return data.map(({ id }) => id);
}

/** Like orders, one every `everyDays`, the last on `lastOn`. */
export function createRegularOrders(
  world: World,
  accountId: string,
  given: { lastOn: string; everyDays: number; count: number; amountMinor: number },
) {
  const orders = Array.from({ length: given.count }, (_, index) => ({
    on: addDays(given.lastOn, -index * given.everyDays),
    amountMinor: given.amountMinor,
    chosenBy: "active" as const,
  }));
  return createPurchases(world, accountId, orders);
}

type TermGiven = {
  from: string;
  to: string | null;
  yearlyMinor: number;
  decidedBy?: "signature" | "automatic";
  decidedOn?: string;
  currency?: string;
};

type ContractGiven = {
  name?: string;
  terms: readonly TermGiven[];
  autoRenews?: boolean;
  noticeDays?: number;
  noticeGivenOn?: string;
  endedOn?: string;
  productTypeId?: string;
};

export async function createContract(world: World, accountId: string, given: ContractGiven) {
  const stamp = stamps(world);
  const { terms, noticeGivenOn, endedOn, ...rest } = given;
  await world.in(async (tx) => {
    await tx.contract.create({
      data: {
        name: "Service agreement",
        ...rest,
        ...stamp,
        accountId,
        noticeGivenOn: date(noticeGivenOn),
        endedOn: date(endedOn),
        updatedAt: stamp.createdAt,
      },
    });
    await tx.contractTerm.createMany({
      data: terms.map((term) => ({
        workspaceId: world.workspace.id,
        id: newId(),
        contractId: stamp.id,
        startsOn: date(term.from),
        endsOn: date(term.to),
        recurringMinor: term.yearlyMinor,
        currency: term.currency ?? world.workspace.currency,
        decidedBy: term.decidedBy ?? "signature",
        decidedOn: date(term.decidedOn ?? term.from),
      })),
    });
  });
  await world.changed(accountId);
  return { id: stamp.id };
}

export async function createComplaint(
  world: World,
  accountId: string,
  given: { openedOn: string; solvedOn?: string; subject?: string },
) {
  const { openedOn, solvedOn, subject = "Invoice error" } = given;
  const stamp = stamps(world);
  await world.in((tx) =>
    tx.complaint.create({
      data: { ...stamp, accountId, subject, openedOn: date(openedOn), solvedOn: date(solvedOn) },
    }),
  );
  await world.changed(accountId);
  return { id: stamp.id };
}

export async function createPromise(
  world: World,
  accountId: string,
  given: { madeOn: string; dueOn: string; keptOn?: string; body?: string },
) {
  const { madeOn, dueOn, keptOn, body = "New invoice template" } = given;
  const stamp = stamps(world);
  const dates = { madeOn: date(madeOn), dueOn: date(dueOn), keptOn: date(keptOn) };
  await world.in((tx) => tx.promise.create({ data: { ...stamp, accountId, body, ...dates } }));
  await world.changed(accountId);
}

export async function createChurnEvent(
  world: World,
  accountId: string,
  given: {
    on: string;
    kind: "contract_lost" | "account_lost" | "shrunk" | "won_back";
    contractId?: string;
    rival?: string;
    recordedOn?: string;
  },
) {
  const { on, recordedOn = on, ...rest } = given;
  const data = { ...rest, ...stamps(world, recordedOn), accountId, happenedOn: date(on) };
  await world.in((tx) => tx.churnEvent.create({ data }));
  await world.changed(accountId);
}

export async function createWallet(
  world: World,
  accountId: string,
  given: {
    on: string;
    lowMinor: number;
    highMinor: number;
    productTypeId?: string;
    provenance?: "asked" | "estimated" | "modelled";
  },
) {
  const { on, lowMinor, highMinor, ...rest } = given;
  await world.in((tx) =>
    tx.walletEstimate.create({
      data: {
        provenance: "asked",
        ...rest,
        ...stamps(world),
        accountId,
        yearlyLowMinor: lowMinor,
        yearlyHighMinor: highMinor,
        currency: world.workspace.currency,
        estimatedOn: date(on),
      },
    }),
  );
  await world.changed(accountId);
}

export async function createNegotiation(
  world: World,
  accountId: string,
  given: {
    contractId: string;
    openedOn: string;
    closedOn?: string;
    rounds?: number;
    discountAskedRatio?: number;
    discountGrantedRatio?: number;
    rival?: string;
    outcome?: "open" | "won" | "lost";
  },
) {
  const { openedOn, closedOn, outcome = closedOn ? "won" : "open", ...rest } = given;
  const { createdAt: _, ...stamp } = stamps(world);
  await world.in((tx) =>
    tx.renewalNegotiation.create({
      data: {
        ...{ ...rest, ...stamp, outcome, currency: world.workspace.currency },
        ...{ openedOn: date(openedOn), closedOn: date(closedOn) },
      },
    }),
  );
  await world.changed(accountId);
}

export async function createRates(
  world: World,
  rows: readonly { code: string; on: string; perEur: number }[],
) {
  const data = rows.map(({ code, on, perEur }) => ({ code, date: date(on), perEur }));
  await world.in((tx) => tx.currencyRate.createMany({ data, skipDuplicates: true }));
}

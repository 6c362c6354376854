import { addDays } from "@/lib/format/calendar";
import type { Customer } from "./accounts";
import type { ProductKey } from "./company";
import { startOfDay, type World } from "./world";

export type OrderSpec = {
  on: string;
  /** What the order comes to, in kroner. */
  kroner: number;
  /** What is bought, by share of the order. */
  lines: readonly (readonly [product: ProductKey, share: number])[];
  chosenBy?: "active" | "automatic" | null;
  discount?: number;
  /** Days later than promised; null where shipping is not recorded. */
  lateDays?: number | null;
};

/** One order as lines of an ERP export. */
export function addOrder(world: World, customer: Customer, spec: OrderSpec): void {
  const { account } = customer;
  const { company } = world;
  const number = `${100_000 + world.rows.purchase.length}`;
  const total = world.inCurrency(spec.kroner, account.currency);
  const shipping = shippingOf(world, spec);
  spec.lines.forEach(([product, share], index) => {
    const type = company.productTypes[product];
    const amountMinor = Math.round(total * share) * 100;
    if (amountMinor === 0) return;
    world.add("purchase", {
      id: world.newId(spec.on),
      accountId: account.id,
      productTypeId: type.id,
      source: "erp",
      externalId: `${number}-${index + 1}`,
      orderNumber: number,
      orderedOn: spec.on,
      amountMinor,
      listMinor:
        spec.discount === undefined
          ? null
          : Math.round(amountMinor / (1 - spec.discount) / 100) * 100,
      marginMinor: Math.round(
        amountMinor * ((type.marginRatio ?? 0.3) - (spec.discount ?? 0) * 0.7),
      ),
      currency: account.currency,
      quantity: quantityOf(product, amountMinor),
      chosenBy: spec.chosenBy === undefined ? "active" : spec.chosenBy,
      automaticKind: spec.chosenBy === "automatic" ? "standing_order" : null,
      ...shipping,
      createdAt: startOfDay(spec.on),
    });
  });
}

function shippingOf(world: World, spec: OrderSpec): { requiredOn?: string; shippedOn?: string } {
  if (spec.lateDays === undefined || spec.lateDays === null) return {};
  const requiredOn = addDays(spec.on, world.random.int(7, 28));
  const shippedOn = addDays(requiredOn, spec.lateDays);
  return shippedOn <= world.asOf ? { requiredOn, shippedOn } : { requiredOn };
}

const UNIT_PRICE: Partial<Record<ProductKey, number>> = {
  pumps: 38_000,
  parts: 1_900,
  seals: 640,
  controls: 9_500,
  visits: 7_800,
};

function quantityOf(product: ProductKey, amountMinor: number): number {
  return Math.max(1, Math.round(Math.abs(amountMinor) / 100 / (UNIT_PRICE[product] ?? 1_000)));
}

/** Part of an order taken back some days later. */
export function addCreditNote(world: World, customer: Customer, spec: OrderSpec): void {
  if (spec.on > world.asOf) return;
  addOrder(world, customer, { ...spec, kroner: -Math.abs(spec.kroner) });
}

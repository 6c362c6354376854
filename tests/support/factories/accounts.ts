import { newId } from "@/lib/db/new-id";
import { date, nextNumber, stamps, type World } from "./world";

export async function createEmployee(world: World, name = "Mette Holm", userId?: string) {
  const id = newId();
  const email = `${id}@nordlys.example`;
  const data = { workspaceId: world.workspace.id, id, name, email, userId: userId ?? null };
  await world.in((tx) => tx.employee.create({ data }));
  return { id, name, email };
}

type AccountGiven = {
  name?: string;
  externalId?: string;
  currency?: string;
  parentId?: string;
  decidesForSites?: boolean;
  ownerId?: string;
  ownerSince?: string;
  country?: string;
  region?: string;
  industry?: string;
  sizeBand?: string;
  customerSince?: string;
  acquiredBy?: string;
  attributes?: Record<string, string>;
};

export async function createAccount(world: World, given: AccountGiven = {}) {
  const { ownerSince, customerSince, ...rest } = given;
  const stamp = stamps(world);
  const name = given.name ?? `Account ${nextNumber()}`;
  await world.in(async (tx) => {
    const { _max } = await tx.account.aggregate({
      where: { workspaceId: world.workspace.id },
      _max: { ordinal: true },
    });
    await tx.account.create({
      data: {
        currency: world.workspace.currency,
        ...rest,
        ...stamp,
        name,
        ordinal: (_max.ordinal ?? -1) + 1,
        ownerSince: date(ownerSince),
        customerSince: date(customerSince),
        updatedAt: stamp.createdAt,
      },
    });
  });
  await world.changed(stamp.id);
  return { id: stamp.id, name };
}

export type DbRole = "decision_maker" | "influencer" | "user";

export async function createContact(
  world: World,
  accountId: string,
  given: {
    role?: DbRole | null;
    firstName?: string;
    lastName?: string;
    email?: string;
    title?: string;
    leftOn?: string;
  } = {},
) {
  const stamp = stamps(world);
  const { leftOn, ...rest } = given;
  await world.in((tx) =>
    tx.contact.create({
      data: {
        role: "decision_maker",
        firstName: "Anne",
        lastName: "Krog",
        email: `${stamp.id}@customer.example`,
        ...rest,
        ...stamp,
        accountId,
        leftOn: date(leftOn),
        updatedAt: stamp.createdAt,
      },
    }),
  );
  await world.changed(accountId);
  return { id: stamp.id, accountId };
}

export async function createProductType(
  world: World,
  given: { name?: string; billedAs?: "contract" | "order"; marginRatio?: number } = {},
) {
  const stamp = stamps(world);
  const data = { name: `Type ${nextNumber()}`, billedAs: "order", ...given, ...stamp };
  await world.in((tx) => tx.productType.create({ data }));
  return { id: stamp.id, name: data.name };
}

import type { Customer } from "../accounts";
import { addTouch } from "../events";
import { daysFrom, type World } from "../world";

/** How many accounts know Nordlys mostly through one service technician. */
const ACCOUNTS = 9;

/**
 * Søren Bach owns no account. At these, people work with him and he is who they talk to: were he to
 * leave, the owner would start from nothing.
 */
export function plantSorenBach(world: World, customers: readonly Customer[]): Customer[] {
  const random = world.random.fork("Søren Bach");
  const soren = world.company.employees.soren.id;
  const lost = new Set(world.rows.churnEvent.map((event) => event.accountId));
  const hung = random
    .shuffled(
      customers.filter(
        ({ account, country, owner }) =>
          country === "DK" && owner !== null && !lost.has(account.id),
      ),
    )
    .slice(0, ACCOUNTS);
  for (const customer of hung) {
    for (const person of customer.people) person.worksWithId = soren;
    const own = world.rows.touch.filter((touch) => touch.accountId === customer.account.id);
    for (const touch of own) {
      if (daysFrom(touch.happenedOn, world.asOf) <= 365) touch.employeeId = soren;
    }
    for (const daysAgo of [17, 64, 122, 201, 288]) {
      addTouch(world, customer, {
        by: "soren",
        on: world.ago(daysAgo),
        kind: "visit",
        person: random.pick(customer.people),
        note: "Service visit",
      });
    }
  }
  return hung;
}

import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract } from "../contracts";
import type { World } from "../world";
import { plant } from "./plant";

/** Would choose us again any day, and closed a line: wants to, and buys less. */
export function plantHolmeaKartong(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Holmeå Kartong",
      country: "SE",
      industry: "Pulp and paper",
      sizeBand: "250+",
      owner: "anna",
      since: addMonths(world.asOf, -76),
    },
    {
      name: ["Mats", "Tegnér"],
      title: "Plant manager",
      answers: [
        [4, { nps: 9 }],
        [2, { nps: 9, switching: "yes" }],
        [
          0,
          {
            nps: 9,
            advantage: "better",
            comment: "Vi har stängt en linje. Det har inget med er att göra.",
          },
        ],
      ],
    },
  );
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-240), -60),
    termMonths: 12,
    yearlyKroner: 6_050_000,
    noticeDays: 60,
    autoRenews: true,
    signedTerms: [4],
    changes: { 4: 0.68 },
  });
  return customer;
}

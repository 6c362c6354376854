import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract } from "../contracts";
import type { World } from "../world";
import { plant } from "./plant";

/** Renews in 200 days, but whoever wants out must say so within twenty. */
export function plantBjornholmKraftvarme(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Bjørnholm Kraftvarme",
      country: "DK",
      industry: "District heating",
      sizeBand: "250+",
      owner: "jonas",
      since: addMonths(world.asOf, -96),
    },
    {
      name: ["Gitte", "Overgaard"],
      title: "Managing director",
      answers: [
        [4, { nps: 8 }],
        [2, { nps: 8, advantage: "same" }],
      ],
    },
  );
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-200), -72),
    termMonths: 24,
    yearlyKroner: 2_350_000,
    noticeDays: 180,
    autoRenews: true,
    indexation: 0.03,
    signedTerms: [1],
  });
  return customer;
}

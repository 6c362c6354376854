import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract } from "../contracts";
import type { World } from "../world";
import { plant } from "./plant";

/** Stays because there is nowhere else to go, and says so. */
export function plantNorrskenGruvvatten(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Norrsken Gruvvatten",
      country: "SE",
      industry: "Mining",
      sizeBand: "250+",
      owner: "anna",
      since: addMonths(world.asOf, -88),
    },
    {
      name: ["Olle", "Hedlund"],
      title: "Technical director",
      answers: [
        [4, { nps: 8 }],
        [
          0,
          {
            nps: 8,
            advantage: "no_real_alternative",
            comment: "Ingen annan gör pumpar som klarar vårt vatten.",
          },
        ],
      ],
    },
  );
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-330), -48),
    termMonths: 12,
    yearlyKroner: 1_720_000,
    noticeDays: 60,
    autoRenews: true,
    indexation: 0.025,
  });
  return customer;
}

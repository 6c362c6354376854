import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract } from "../contracts";
import type { World } from "../world";
import { plant } from "./plant";

/** Says ten and has still given notice: the plant moves to another owner with a frame agreement. */
export function plantAalundPapir(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Aalund Papir",
      country: "DK",
      industry: "Pulp and paper",
      sizeBand: "250+",
      owner: "jonas",
      since: addMonths(world.asOf, -120),
    },
    {
      name: ["Kirsten", "Bundgaard"],
      title: "Plant manager",
      answers: [
        [4, { nps: 9 }],
        [2, { nps: 10 }],
      ],
    },
  );
  const renewal = world.ago(-52);
  addContract(world, customer, {
    product: "service",
    from: addMonths(renewal, -48),
    termMonths: 12,
    yearlyKroner: 1_480_000,
    noticeDays: 60,
    autoRenews: true,
    noticeGivenOn: world.ago(29),
    endedOn: renewal,
  });
  return customer;
}

import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { addContract } from "../contracts";
import { addWalletEstimate } from "../ordinary/wallets";
import type { World } from "../world";
import { plant } from "./plant";

/** Bound for years, satisfied, and buys most of its pumps elsewhere. */
export function plantVesterhavKran(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Vesterhav Kran",
      country: "DK",
      industry: "Harbour and marine",
      sizeBand: "250+",
      owner: "mette",
      since: addMonths(world.asOf, -64),
    },
    {
      name: ["Henrik", "Dalsgaard"],
      title: "Technical director",
      answers: [
        [4, { nps: 9 }],
        [0, { nps: 9, advantage: "better" }],
      ],
    },
  );
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-930), -60),
    termMonths: 60,
    yearlyKroner: 3_100_000,
    noticeDays: 180,
    autoRenews: true,
  });
  addWalletEstimate(world, customer, {
    yearlyKroner: 10_300_000,
    spread: 0.1,
    provenance: "asked",
    on: world.ago(70),
  });
  return customer;
}

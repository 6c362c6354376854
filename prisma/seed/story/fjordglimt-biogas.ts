import type { Customer } from "../accounts";
import { addOrder } from "../orders";
import type { World } from "../world";
import { plant } from "./plant";

/** Bought for the first time five months ago; delighted, and too new to judge. */
export function plantFjordglimtBiogas(world: World): Customer {
  const customer = plant(
    world,
    {
      name: "Fjordglimt Biogas",
      country: "NO",
      industry: "Water utility",
      sizeBand: "1-49",
      owner: "sofie",
      since: world.ago(152),
      acquiredBy: "repeat_person",
    },
    {
      name: ["Ragnhild", "Kvam"],
      title: "Managing director",
      answers: [[0, { nps: 10 }]],
    },
  );
  addOrder(world, customer, {
    on: world.ago(152),
    kroner: 310_000,
    lines: [
      ["pumps", 0.9],
      ["controls", 0.1],
    ],
    discount: 0.04,
    lateDays: 1,
  });
  return customer;
}

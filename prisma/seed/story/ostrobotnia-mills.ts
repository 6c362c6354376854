import { addAccount, addPerson, type Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { addTouch } from "../events";
import { orderDaysBack } from "../open-days";
import { addOrder } from "../orders";
import { pulseDay, pulseWave } from "../waves";
import type { World } from "../world";

/** Days since the last order, then the gaps before it: usually 31, once 48. */
const GAPS = [
  94, 33, 27, 31, 30, 48, 31, 29, 35, 30, 33, 31, 28, 30, 32, 31, 29, 33, 30, 31, 28, 34, 31, 30,
  32, 29, 31,
];

/** Orders regularly, and then does not: late against its own rhythm. */
export function plantOstrobotniaMills(world: World): Customer {
  const customer = addAccount(world, {
    name: "Ostrobotnia Mills",
    country: "FI",
    industry: "Pulp and paper",
    sizeBand: "250+",
    owner: "karin",
    since: addMonths(world.asOf, -61),
    acquiredBy: "bought",
  });
  const heikki = addPerson(world, customer, {
    role: "decision_maker",
    name: ["Heikki", "Lahti"],
    title: "Head of procurement",
  });
  const aino = addPerson(world, customer, {
    role: "user",
    name: ["Aino", "Vainio"],
    title: "Operator",
  });
  const tell = (person: typeof aino, index: number, nps: number, comment?: string) =>
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person,
      on: pulseDay(world, index),
      answers: { nps, ...(comment ? { comment } : {}) },
      afterDays: 3,
    });
  tell(heikki, 5, 8);
  tell(aino, 4, 8);
  tell(heikki, 1, 6, "Huoltoa joutuu odottamaan liian kauan.");
  addTouch(world, customer, { by: "karin", on: world.ago(101), kind: "call", person: heikki });
  orderDaysBack(world, customer, GAPS).forEach((on, index) => {
    addOrder(world, customer, {
      on,
      kroner: 331_000 * (1 + 0.12 * Math.sin(index)),
      lines: [
        ["pumps", 0.55],
        ["parts", 0.3],
        ["seals", 0.15],
      ],
      discount: 0.06,
      lateDays: index % 4,
    });
  });
  return customer;
}

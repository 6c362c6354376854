import { addAccount, addPerson, type Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { addTouch } from "../events";
import { addOrder } from "../orders";
import { pulseDay, pulseWave } from "../waves";
import type { World } from "../world";

/** One large order last year, two small ones this year: too lumpy to say anything. */
export function plantLofthusVerft(world: World): Customer {
  const customer = addAccount(world, {
    name: "Lofthus Skipsverft",
    country: "NO",
    industry: "Harbour and marine",
    sizeBand: "50-249",
    owner: "sofie",
    since: addMonths(world.asOf, -44),
    acquiredBy: "referral",
  });
  const marit = addPerson(world, customer, {
    role: "decision_maker",
    name: ["Marit", "Haugland"],
    title: "Project manager",
  });
  ask(world, {
    wave: pulseWave(world, 0),
    customer,
    person: marit,
    on: pulseDay(world, 0),
    answers: { nps: 9, comment: "Vi kjøper når vi bygger. Da ringer vi dere." },
  });
  addTouch(world, customer, { by: "sofie", on: world.ago(31), kind: "call", person: marit });
  const buy = (daysAgo: number, kroner: number) =>
    addOrder(world, customer, {
      on: world.ago(daysAgo),
      kroner,
      lines: [
        ["pumps", 0.8],
        ["controls", 0.2],
      ],
      discount: 0,
    });
  buy(560, 1_200_000);
  buy(230, 200_000);
  buy(75, 200_000);
  return customer;
}

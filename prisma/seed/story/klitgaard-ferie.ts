import { addAccount, addPerson, type Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { addTouch } from "../events";
import { orderDaysBack } from "../open-days";
import { addOrder } from "../orders";
import { pulseDay, pulseWave } from "../waves";
import type { World } from "../world";

/** Every fortnight, but for a long pause each season; quiet again now, and not for longer than before. */
const SEASONAL = [40, 14, 13, 15, 14, 60, 14, 13, 14, 15, 13, 14];

export function plantKlitgaardFerie(world: World): Customer {
  const customer = addAccount(world, {
    name: "Klitgaard Feriecenter",
    country: "DK",
    industry: "Water utility",
    sizeBand: "50-249",
    owner: "jonas",
    since: addMonths(world.asOf, -58),
    acquiredBy: "inbound",
  });
  const pia = addPerson(world, customer, {
    role: "decision_maker",
    name: ["Pia", "Skytte"],
    title: "Plant manager",
  });
  const bo = addPerson(world, customer, { role: "user", name: ["Bo", "Foged"], title: "Fitter" });
  for (const [person, index, nps] of [
    [pia, 4, 9],
    [bo, 2, 10],
    [pia, 0, 9],
  ] as const) {
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person,
      on: pulseDay(world, index),
      answers: { nps, advantage: "better" },
    });
  }
  addTouch(world, customer, { by: "jonas", on: world.ago(55), kind: "meeting", person: pia });
  const season = [14, 15, 13, 14, 15, 14, 13, 14, 60, 14, 15, 13];
  const gaps = [...SEASONAL, ...season, ...season, ...season];
  orderDaysBack(world, customer, gaps).forEach((on, index) => {
    addOrder(world, customer, {
      on,
      kroner: 21_000 * (1 + 0.15 * Math.cos(index * 1.7)),
      lines: [
        ["seals", 0.6],
        ["parts", 0.4],
      ],
      discount: 0,
      lateDays: 0,
    });
  });
  return customer;
}

import { addMonths } from "@/lib/format/calendar";
import { addAccount, addPerson, type Customer } from "../accounts";
import { ask } from "../answers";
import { addTouch } from "../events";
import { orderDaysBack } from "../open-days";
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

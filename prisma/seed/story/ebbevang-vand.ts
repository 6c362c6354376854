import { addAccount, addPerson, type Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { addContract } from "../contracts";
import { addTouch } from "../events";
import { pulseDay, pulseWave } from "../waves";
import type { World } from "../world";

/** The one to try a wave on: two people rested enough to be asked today, and a view that one answer moves. */
export function plantEbbevangVand(world: World): Customer {
  const customer = addAccount(world, {
    name: "Ebbevang Vand",
    country: "DK",
    industry: "Water utility",
    sizeBand: "50-249",
    owner: "mette",
    since: addMonths(world.asOf, -75),
    acquiredBy: "inbound",
  });
  const karen = addPerson(world, customer, {
    role: "decision_maker",
    name: ["Karen", "Gravesen"],
    title: "Managing director",
  });
  const niels = addPerson(world, customer, {
    role: "user",
    name: ["Niels", "Hauge"],
    title: "Operator",
  });
  const tell = (person: typeof karen, index: number, nps: number) =>
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person,
      on: pulseDay(world, index),
      answers: { nps },
    });
  tell(karen, 6, 8);
  tell(niels, 5, 9);
  tell(karen, 2, 7);
  tell(niels, 3, 8);
  addTouch(world, customer, { by: "mette", on: world.ago(61), kind: "call", person: karen });
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-400), -72),
    termMonths: 24,
    yearlyKroner: 1_150_000,
    noticeDays: 90,
    autoRenews: true,
    signedTerms: [1, 2],
  });
  return customer;
}

import { addAccount, addPerson, type Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { addContract } from "../contracts";
import { addComplaint } from "../events";
import { pulseDay, pulseWave } from "../waves";
import type { World } from "../world";

const NOTICE_DAYS = 90;

/** Large, renewed twice by itself, asked twice and silent: nobody knows what they think. */
export function plantMalmoKyl(world: World): Customer {
  const customer = addAccount(world, {
    name: "Malmö Kyl",
    country: "SE",
    industry: "Cold storage",
    sizeBand: "250+",
    owner: "mette",
    since: addMonths(world.asOf, -70),
  });
  const birger = addPerson(world, customer, {
    role: "decision_maker",
    name: ["Birger", "Norell"],
    title: "Managing director",
  });
  const eva = addPerson(world, customer, {
    role: "influencer",
    name: ["Eva", "Sandell"],
    title: "Maintenance manager",
  });
  const answer = (person: typeof eva, index: number, nps: number | null) =>
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person,
      on: pulseDay(world, index),
      answers: nps === null ? null : { nps },
    });
  answer(eva, 7, 8);
  answer(birger, 5, 8);
  answer(birger, 1, null);
  answer(eva, 0, null);
  for (const daysAgo of [262, 214]) {
    addComplaint(world, customer, {
      subject: "Compressor pump stopped at night",
      openedOn: world.ago(daysAgo),
      solvedOn: world.ago(daysAgo - 5),
    });
  }
  addContract(world, customer, {
    product: "service",
    from: addMonths(world.ago(-84 - NOTICE_DAYS), -36),
    termMonths: 12,
    yearlyKroner: 5_290_000,
    noticeDays: NOTICE_DAYS,
    autoRenews: true,
  });
  return customer;
}

import { addAccount, addPerson, type Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { addContract } from "../contracts";
import { addTouch } from "../events";
import { addOrder } from "../orders";
import { pulseDay, pulseWave } from "../waves";
import type { World } from "../world";

const SITES = ["Vig", "Nord", "Hede", "Bakke"] as const;

/** The parent signs for its four dairies: one dot, one decision. */
export function plantLyngholmMejerier(world: World): Customer {
  const base = {
    country: "DK",
    industry: "Dairy",
    sizeBand: "250+",
    owner: "mette",
    since: addMonths(world.asOf, -84),
  } as const;
  const parent = addAccount(world, { ...base, name: "Lyngholm Mejerier", decidesForSites: true });
  const signer = addPerson(world, parent, {
    role: "decision_maker",
    name: ["Ulla", "Mølgaard"],
    title: "Head of procurement",
  });
  ask(world, {
    wave: pulseWave(world, 2),
    customer: parent,
    person: signer,
    on: pulseDay(world, 2),
    answers: { nps: 9, switching: "yes" },
  });
  ask(world, {
    wave: pulseWave(world, 0),
    customer: parent,
    person: signer,
    on: pulseDay(world, 0),
    answers: { nps: 9, advantage: "better" },
  });
  addTouch(world, parent, { by: "mette", on: world.ago(22), kind: "meeting", person: signer });
  addContract(world, parent, {
    product: "service",
    from: addMonths(world.ago(-420), -36),
    termMonths: 36,
    yearlyKroner: 2_900_000,
    noticeDays: 90,
    autoRenews: true,
  });
  SITES.forEach((name, index) => {
    const site = addAccount(world, {
      ...base,
      name: `Lyngholm ${name}`,
      parent,
      sizeBand: "50-249",
    });
    const user = addPerson(world, site, { role: "user" });
    ask(world, {
      wave: pulseWave(world, index % 4),
      customer: site,
      person: user,
      on: pulseDay(world, index % 4),
      answers: { nps: 8 + (index % 3) },
    });
    for (let daysAgo = 9 + index * 5; daysAgo < 1_060; daysAgo += 33 + index) {
      addOrder(world, site, {
        on: world.ago(daysAgo),
        kroner: 62_000 + index * 6_000,
        lines: [
          ["parts", 0.7],
          ["seals", 0.3],
        ],
        discount: 0.08,
        lateDays: 1,
      });
    }
  });
  return parent;
}

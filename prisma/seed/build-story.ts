import { addDays } from "@/lib/format/calendar";
import type { Customer } from "./accounts";
import { companyNames } from "./names";
import { addOrdinary } from "./ordinary/add-ordinary";
import { drawPlan } from "./ordinary/plan";
import {
  plantAalundPapir,
  plantBjornholmKraftvarme,
  plantFjordglimtBiogas,
  plantHasselbyBryggeri,
  plantHvidbjergFjernvarme,
  plantNorrskenGruvvatten,
  plantVesterhavKran,
} from "./story/contract-cases";
import { plantFishFarms } from "./story/fish-farms";
import { plantGrenaaHavn } from "./story/grenaa-havn";
import { plantLyngholmMejerier } from "./story/lyngholm-mejerier";
import { plantMalmoKyl } from "./story/malmo-kyl";
import { plantKlitgaardFerie, plantLofthusVerft } from "./story/order-rhythms";
import { plantOstrobotniaMills } from "./story/ostrobotnia-mills";
import { plantSorenBach } from "./story/soren-bach";
import type { StoryRows } from "./tables";
import { makeWorld, startOfDay, type World } from "./world";

const ESTABLISHED = 134;
const JOINED = 30;
const COUNTRIES = { DK: 96, SE: 34, FI: 14, NO: 8, DE: 12 } as const;

/** The whole story as rows: the same for the same day and seed, and nothing is read but those. */
export function buildStory(asOf: string, seed: number): StoryRows {
  const world = makeWorld(asOf, seed);
  plantTruths(world);
  const ordinary = addOrdinaryCustomers(world);
  plantFishFarms(world);
  plantSorenBach(world, ordinary);
  addTargets(world);
  return world.rows;
}

function plantTruths(world: World): void {
  plantGrenaaHavn(world);
  plantMalmoKyl(world);
  plantOstrobotniaMills(world);
  plantVesterhavKran(world);
  plantLyngholmMejerier(world);
  plantNorrskenGruvvatten(world);
  plantHasselbyBryggeri(world);
  plantBjornholmKraftvarme(world);
  plantAalundPapir(world);
  plantHvidbjergFjernvarme(world);
  plantFjordglimtBiogas(world);
  plantLofthusVerft(world);
  plantKlitgaardFerie(world);
}

function addOrdinaryCustomers(world: World): Customer[] {
  const random = world.random.fork("ordinary");
  const names = companyNames(random, COUNTRIES).slice(0, ESTABLISHED + JOINED);
  const customers: Customer[] = [];
  names.forEach((company, index) => {
    const since =
      index < ESTABLISHED
        ? addDays(world.from, -random.int(30, 3_600))
        : world.ago(random.int(40, 1_060));
    const plan = drawPlan(world, random, company, since);
    const isReferred = customers.length > 20 && random.chance(index < ESTABLISHED ? 0.08 : 0.3);
    customers.push(addOrdinary(world, plan, isReferred ? random.pick(customers) : null));
  });
  return customers;
}

function addTargets(world: World): void {
  const validFrom = world.ago(320);
  for (const [measure, value] of [
    ["netPromoterScore", 35],
    ["grossRevenueRetention", 0.93],
  ] as const) {
    world.add("target", {
      id: world.newId(validFrom),
      measure,
      value,
      validFrom,
      createdAt: startOfDay(validFrom),
    });
  }
}

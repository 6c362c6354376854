import { addDays } from "@/lib/format/calendar";
import type { Customer } from "./accounts";
import { addDoors } from "./doors";
import { makeWorld } from "./make-world";
import { companyNames } from "./names";
import { addOrdinary } from "./ordinary/add-ordinary";
import { addInterviews } from "./ordinary/interviews";
import { drawPlan } from "./ordinary/plan";
import { addReasonsToStay } from "./ordinary/reasons";
import { plantAalundPapir } from "./story/aalund-papir";
import { plantBjornholmKraftvarme } from "./story/bjornholm-kraftvarme";
import { plantEbbevangVand } from "./story/ebbevang-vand";
import { plantFishFarms } from "./story/fish-farms";
import { plantFjordglimtBiogas } from "./story/fjordglimt-biogas";
import { plantGrenaaHavn } from "./story/grenaa-havn";
import { plantHasselbyBryggeri } from "./story/hasselby-bryggeri";
import { plantHolmeaKartong } from "./story/holmea-kartong";
import { plantHvidbjergFjernvarme } from "./story/hvidbjerg-fjernvarme";
import { plantKlitgaardFerie } from "./story/klitgaard-ferie";
import { plantLofthusVerft } from "./story/lofthus-verft";
import { plantLyngholmMejerier } from "./story/lyngholm-mejerier";
import { plantMalmoKyl } from "./story/malmo-kyl";
import { plantNorrskenGruvvatten } from "./story/norrsken-gruvvatten";
import { plantOstrobotniaMills } from "./story/ostrobotnia-mills";
import { plantSorenBach } from "./story/soren-bach";
import { plantVesterhavKran } from "./story/vesterhav-kran";
import type { StoryRows } from "./tables";
import { startOfDay, type World } from "./world";

const ESTABLISHED = 146;
const JOINED = 26;
const COUNTRIES = { DK: 102, SE: 36, FI: 14, NO: 8, DE: 12 } as const;

/** The whole story as rows: the same for the same day and seed, and nothing is read but those. */
export function buildStory(asOf: string, seed: number): StoryRows {
  const world = makeWorld(asOf, seed);
  plantTruths(world);
  const ordinary = addOrdinaryCustomers(world);
  plantFishFarms(world);
  plantSorenBach(world, ordinary);
  addTargets(world);
  addDoors(world);
  addReasonsToStay(world);
  addInterviews(world);
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
  plantHolmeaKartong(world);
  plantEbbevangVand(world);
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
    const plan = drawPlan(world, random.fork(company.name), company, since);
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

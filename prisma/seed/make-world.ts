import { addDays, dayNumber } from "@/lib/format/calendar";
import type { Company } from "./company";
import { makeGenerator } from "./generator";
import { makeCompany } from "./make-company";
import { fromKroner, ratesFromFile } from "./rates";
import { noRows } from "./tables";
import type { World } from "./world";

/** Three years that are told, and the year before them that the first is compared with. */
const HISTORY_MONTHS = 48;

export function makeWorld(asOf: string, seed: number): World {
  const random = makeGenerator(seed);
  const ids = random.fork("ids");
  const rows = noRows();
  const factorOf = fromKroner(ratesFromFile(), asOf);
  const world: World = {
    asOf,
    from: firstOfMonth(asOf, -HISTORY_MONTHS),
    random,
    rows,
    company: { employees: {}, productTypes: {}, surveys: {} } as unknown as Company,
    waves: new Map(),
    ago: (days) => addDays(asOf, -days),
    newId: (on) => ids.uuid(dayNumber(on)),
    add: (table, row) => {
      rows[table].push(row);
      return row;
    },
    inCurrency: (kroner, currency) => kroner * factorOf(currency),
  };
  world.company = makeCompany(world);
  return world;
}

function firstOfMonth(iso: string, months: number): string {
  const month = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

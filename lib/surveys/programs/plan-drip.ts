import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";
import type { PlannedPerson } from "../waves/insert-invitations";
import { quarterOf } from "../waves/load-account-asks";
import type { PersonToAsk } from "../waves/load-people-to-ask";
import { dripDay } from "./drip-day";
import { insertProgramWave, type Program } from "./insert-program-wave";
import { loadCountries, planPerson } from "./plan-people";

export type ProgramPlanning = {
  tx: Tx;
  ctx: Ctx;
  program: Program;
  settings: AskingSettings;
  /** ISO day in the workspace. */
  today: string;
  /** The program's people, of these accounts only or of all it selects. */
  loadPeople(accountIds: string[] | null): Promise<PersonToAsk[]>;
};

/** The quarter's asks, every account in its own week. */
export async function planDrip(planning: ProgramPlanning): Promise<number> {
  const { tx, ctx, program, settings, today } = planning;
  const quarter = quarterOf(today);
  const askKey = (contactId: string) => `drip:${program.id}:${quarter.from}:${contactId}`;
  const people = await planning.loadPeople(null);
  const accountIds = [...new Set(people.map((person) => person.accountId))];
  const countries = await loadCountries(tx, ctx, accountIds);
  const dayOf = new Map(
    accountIds.map((id) => [
      id,
      dripDay(id, today, { ...settings, country: countries.get(id) ?? null }),
    ]),
  );
  const plan = { ctx, settings, openDays: program.openDays, countries };
  const planned: PlannedPerson[] = people.flatMap((person) => {
    const on = dayOf.get(person.accountId);
    if (!on) return [];
    return [planPerson(plan, person, { on, askKey: askKey(person.contactId) })];
  });
  const number = Math.floor((Number(quarter.from.slice(5, 7)) - 1) / 3) + 1;
  const name = `${program.name}, Q${number} ${quarter.from.slice(0, 4)}`;
  return insertProgramWave(tx, ctx, program, { name, touchpointOn: null, people: planned });
}

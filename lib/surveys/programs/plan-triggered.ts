import { groupBy } from "@/lib/facts/group-by";
import { addDays, dateIn } from "@/lib/format/calendar";
import { insertProgramWave } from "./insert-program-wave";
import { loadTriggers, type TriggerEvent } from "./load-triggers";
import type { ProgramPlanning } from "./plan-drip";
import { loadCountries, planPerson } from "./plan-people";
import type { Trigger } from "./program-rule";

/** Events that a worker at rest, or a late import, brought are still followed for so many days. */
const CATCH_UP_DAYS = 7;

type Triggered = ProgramPlanning & { program: { createdAt: Date }; trigger: Trigger };

/** Not before the program began: nobody is asked about last year's orders. */
function dueWindow({ today, program, ctx }: Triggered): { from: string; until: string } {
  const began = dateIn(ctx.workspace.timeZone, program.createdAt);
  const [, from = today] = [began, addDays(today, -CATCH_UP_DAYS)].toSorted();
  return { from, until: today };
}

/** The people to ask about what happened: one wave for each day on which something did. */
export async function planTriggered(planning: Triggered): Promise<number> {
  const { tx, ctx, program, settings, today, trigger } = planning;
  const events = await loadTriggers(tx, ctx, trigger, dueWindow(planning));
  if (events.length === 0) return 0;
  const accountIds = [...new Set(events.map((event) => event.accountId))];
  const people = groupBy(await planning.loadPeople(accountIds), (person) => person.accountId);
  const countries = await loadCountries(tx, ctx, accountIds);
  const plan = { ctx, settings, openDays: program.openDays, countries };
  let asked = 0;
  for (const [on, ofDay] of groupBy(events, (event) => event.on)) {
    const planned = ofDay.flatMap((event: TriggerEvent) =>
      (people.get(event.accountId) ?? [])
        .filter((person) => event.contactId === null || person.contactId === event.contactId)
        .map((person) => planPerson(plan, person, { on: today, askKey: askKey(event, person) })),
    );
    const touchpointOn = trigger.event === "renewal" ? null : on;
    const name = `${program.name}, ${on}`;
    asked += await insertProgramWave(tx, ctx, program, { name, touchpointOn, people: planned });
  }
  return asked;
}

/** The same event asks the same person once, however often the program looks. */
function askKey(event: TriggerEvent, person: { contactId: string }): string {
  return `${event.key}:${person.contactId}`;
}

import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { addDays, dateIn, instantOf } from "@/lib/format/calendar";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";
import { nextAskingTime } from "../waves/asking-time";
import type { PlannedPerson } from "../waves/insert-invitations";
import type { PersonToAsk } from "../waves/load-people-to-ask";
import { minuteOfDay } from "./drip-day";

const MS_PER_MINUTE = 60_000;

export type Planning = {
  ctx: Ctx;
  settings: AskingSettings;
  openDays: number;
  countries: ReadonlyMap<string, string | null>;
};

/** The country of each account, the workspace's own where none is recorded. */
export async function loadCountries(
  tx: Tx,
  { workspace }: Ctx,
  accountIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx.account.findMany({
    where: { workspaceId: workspace.id, id: { in: [...accountIds] } },
    select: { id: true, country: true },
  });
  return new Map(rows.map((row) => [row.id, row.country ?? workspace.country]));
}

/** Minutes from the first to the last moment of a day's sending. */
function workMinutes({ workingHours }: AskingSettings): number {
  const [from, until] = [workingHours.from, workingHours.until].map((time) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    return hours * 60 + minutes;
  });
  return Math.max(1, (until ?? 0) - (from ?? 0));
}

/**
 * Gives a person a time on the day. Whether the person was asked too recently is not for today to
 * say: it is judged when the mail is about to leave.
 */
export function planPerson(
  planning: Planning,
  person: PersonToAsk,
  plan: { on: string; askKey: string | null },
): PlannedPerson {
  const { ctx, settings, openDays, countries } = planning;
  const { timeZone } = ctx.workspace;
  const start = instantOf(timeZone, plan.on, settings.workingHours.from);
  const minute = minuteOfDay(person.contactId, workMinutes(settings));
  const wished = new Date(Math.max(start.getTime() + minute * MS_PER_MINUTE, ctx.now.getTime()));
  const country = countries.get(person.accountId) ?? null;
  const dueAt = nextAskingTime(wished, { ...settings, timeZone, country });
  const on = dateIn(timeZone, dueAt);
  const skip = person.skip === "asked_recently" ? null : person.skip;
  return {
    ...person,
    skip,
    planned: { dueAt, on, closesOn: addDays(on, openDays), askKey: plan.askKey },
  };
}

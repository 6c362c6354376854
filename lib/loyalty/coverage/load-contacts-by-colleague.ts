import type { Tx } from "@/lib/db/with-workspace";
import { addDays, dateColumn } from "@/lib/format/calendar";

const DAYS = 365;

export type ColleagueContacts = { accountId: string; employeeId: string | null; contacts: number };
export type ColleaguePeople = { accountId: string; employeeId: string | null; people: number };

/** Two-way contacts of a year by account and colleague. */
export function loadContactsByColleague(
  tx: Tx,
  workspaceId: string,
  asOf: string,
): Promise<ColleagueContacts[]> {
  return tx.$queryRaw<ColleagueContacts[]>`
    SELECT account_id AS "accountId", employee_id AS "employeeId", count(*)::int AS contacts
    FROM touch
    WHERE workspace_id = ${workspaceId}::uuid AND is_two_way
      AND happened_on > ${dateColumn(addDays(asOf, -DAYS))} AND happened_on <= ${dateColumn(asOf)}
    GROUP BY account_id, employee_id`;
}

/** How many people of an account work mostly with which colleague. */
export function loadPeopleByColleague(
  tx: Tx,
  workspaceId: string,
  asOf: string,
): Promise<ColleaguePeople[]> {
  return tx.$queryRaw<ColleaguePeople[]>`
    SELECT account_id AS "accountId", works_with_id AS "employeeId", count(*)::int AS people
    FROM contact
    WHERE workspace_id = ${workspaceId}::uuid AND archived_at IS NULL AND erased_at IS NULL
      AND (left_on IS NULL OR left_on > ${dateColumn(asOf)})
    GROUP BY account_id, works_with_id`;
}

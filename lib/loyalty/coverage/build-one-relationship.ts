import type { UnitFacts } from "@/lib/facts/workspace-facts";
import type { OneRelationshipDto } from "../coverage.types";
import type { Scene } from "../scene";
import type { ColleagueContacts, ColleaguePeople } from "./load-contacts-by-colleague";

/** Fewer contacts in a year are no relationship that an account could hang on. */
const FEWEST_CONTACTS = 3;

function byUnit<Row extends { accountId: string }>(
  { facts }: Scene,
  rows: readonly Row[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = facts.unitOfAccount.get(row.accountId);
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** The colleague through whom all contacts went; null where there were others, few, or it is not known who. */
function onlyColleague(rows: readonly ColleagueContacts[]): string | null {
  const ids = new Set(rows.map(({ employeeId }) => employeeId));
  const [only] = ids;
  if (ids.size !== 1 || !only) return null;
  return total(rows.map(({ contacts }) => contacts)) < FEWEST_CONTACTS ? null : only;
}

function ownerOf({ facts }: Scene, unit: UnitFacts) {
  const owner = facts.employees.get(unit.account.ownerId ?? "");
  return owner ? { id: owner.id, name: owner.name } : null;
}

/** Accounts by revenue, those that hang on somebody who does not own them first. */
export function buildOneRelationship(
  scene: Scene,
  contacts: readonly ColleagueContacts[],
  people: readonly ColleaguePeople[],
): OneRelationshipDto[] {
  const { facts } = scene;
  const [contactsOf, peopleOf] = [byUnit(scene, contacts), byUnit(scene, people)];
  const lines = scene.active.flatMap(({ accountId, revenue }): OneRelationshipDto[] => {
    const unit = facts.unitById.get(accountId);
    const rows = contactsOf.get(accountId) ?? [];
    const colleague = facts.employees.get(onlyColleague(rows) ?? "");
    if (!unit || !colleague) return [];
    const own = peopleOf.get(accountId) ?? [];
    const withColleague = own.filter(({ employeeId }) => employeeId === colleague.id);
    return [
      {
        account: { id: accountId, name: unit.account.name },
        owner: ownerOf(scene, unit),
        colleague: { id: colleague.id, name: colleague.name },
        isOwner: colleague.id === unit.account.ownerId,
        revenueMinor: revenue.runningMinor,
        contacts: total(rows.map((row) => row.contacts)),
        peopleWithColleague: total(withColleague.map((row) => row.people)),
        people: total(own.map((row) => row.people)),
      },
    ];
  });
  return lines.toSorted(
    (a, b) => Number(a.isOwner) - Number(b.isOwner) || b.revenueMinor - a.revenueMinor,
  );
}

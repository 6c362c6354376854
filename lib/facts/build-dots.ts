import type { AccountRow } from "./account-rows";
import { decidingUnits } from "./deciding-units";
import type { HistoryFrame } from "./history-frame";
import type { Histories } from "./load-histories";
import { StoredUnit } from "./stored-unit";
import type { UnitFacts, WorkspaceFacts } from "./workspace-facts";

/** What was read of the accounts: of all of them, or of those that changed. */
export type Read = { accounts: Map<string, AccountRow>; histories: Histories };

export type Dots = Pick<WorkspaceFacts, "units" | "unitById" | "unitOfAccount">;
type Accounts = ReadonlyMap<string, AccountRow>;

/** Null where its history was written by a refresher after the accounts were read, or not yet: the next epoch has it. */
function dotOf(
  [id = "", ...sites]: readonly string[],
  accounts: Accounts,
  histories: Histories,
  { horizonDay }: HistoryFrame,
): UnitFacts | null {
  const history = histories.get(id);
  if (!history) return null;
  const members = [id, ...sites].flatMap((memberId) => accounts.get(memberId) ?? []);
  return new StoredUnit(members, history, horizonDay);
}

/** Dots whose accounts and history are the same as at the epoch before are taken over as they are. */
function allDots(
  accounts: Accounts,
  histories: Histories,
  frame: HistoryFrame,
  previous: WorkspaceFacts | undefined,
): Dots {
  const units: UnitFacts[] = [];
  for (const { id, memberIds } of decidingUnits([...accounts.values()])) {
    const kept = previous?.unitById.get(id);
    const isSame = kept && !memberIds.some((memberId) => histories.has(memberId));
    const dot = isSame ? kept : (dotOf(memberIds, accounts, histories, frame) ?? kept);
    if (dot) units.push(dot);
  }
  const unitOfAccount = new Map<string, string>();
  for (const unit of units) for (const { id } of unit.members) unitOfAccount.set(id, unit.id);
  return { units, unitById: new Map(units.map((unit) => [unit.id, unit])), unitOfAccount };
}

/** No account came, went or decides for others than before. */
function areSameDots({ accounts, histories }: Read, previous: WorkspaceFacts): boolean {
  for (const id of histories.keys()) {
    const [was, is] = [previous.accounts.get(id), accounts.get(id)];
    if (!was || !is || !previous.unitOfAccount.has(id)) return false;
    if (was.parentId !== is.parentId || was.mergedIntoId !== is.mergedIntoId) return false;
    if (was.decidesForSites !== is.decidesForSites) return false;
  }
  return true;
}

/** The same dots, those that changed anew. */
function renewedDots(
  accounts: Accounts,
  histories: Histories,
  frame: HistoryFrame,
  { units, unitById, unitOfAccount }: Dots,
): Dots {
  const anew = new Map<UnitFacts, UnitFacts>();
  const byId = new Map(unitById);
  for (const id of histories.keys()) {
    const before = unitById.get(unitOfAccount.get(id) ?? "");
    if (!before || anew.has(before)) continue;
    const memberIds = before.members.map((member) => member.id);
    const dot = dotOf(memberIds, accounts, histories, frame) ?? before;
    anew.set(before, dot);
    byId.set(before.id, dot);
  }
  return { units: units.map((unit) => anew.get(unit) ?? unit), unitById: byId, unitOfAccount };
}

export function buildDots(
  read: Read,
  accounts: Accounts,
  frame: HistoryFrame,
  previous: WorkspaceFacts | undefined,
): Dots {
  const { histories } = read;
  if (previous && areSameDots(read, previous))
    return renewedDots(accounts, histories, frame, previous);
  return allDots(accounts, histories, frame, previous);
}

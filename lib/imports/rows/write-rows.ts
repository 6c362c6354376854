import { newId } from "@/lib/db/new-id";
import { AppError } from "@/lib/errors";
import {
  type Candidate,
  type Compared,
  compareRows,
  differs,
  type WrittenRow,
} from "./compare-rows";
import { type ImportTable, keyOf, type Row } from "./import-table";
import { loadRows } from "./load-rows";
import { recordChanged } from "./records";
import { insertRows, updateRows, type WriteCall } from "./row-statements";
import { noteChanges } from "./trial-rows";

export type Written = {
  created: WrittenRow[];
  changed: WrittenRow[];
  /** Ids of all rows, those that said nothing new among them, by key. */
  ids: Map<string, string>;
};

type Options = {
  /** Waits for whoever makes rows of this table, and says how new ones are completed. */
  beforeInsert?: () => Promise<(fresh: readonly Row[]) => void>;
  /** SQL that holds for rows which may be changed. */
  changeable?: string;
  /** Later rows of the file may name these: a trial remembers them. */
  isNamedLater?: boolean;
};

function at(call: WriteCall) {
  return { tx: call.tx, workspaceId: call.ctx.workspace.id, source: call.source };
}

/** Looks again under lock: what is kept for undoing is what really stood there. */
async function changeRows(
  call: WriteCall,
  table: ImportTable,
  candidates: readonly Candidate[],
  ids: Map<string, string>,
  changeable: string | undefined,
): Promise<WrittenRow[]> {
  if (candidates.length === 0) return [];
  const keys = candidates.map((candidate) => candidate.key);
  const stored = await loadRows(at(call), table, keys, true);
  const made = new Map<string, WrittenRow & { before: Row }>();
  for (const candidate of candidates) {
    const key = keyOf(table, candidate.key);
    const before = stored.get(key);
    if (!before) throw new AppError("CONFLICT", "A row was removed while it was imported.");
    const id = String(before.id);
    ids.set(key, id);
    const row = { ...candidate.make(before), id };
    if (!differs(table, before, row)) continue;
    made.set(id, { id, rowNumber: candidate.rowNumber, row, before, candidate });
  }
  const rows = [...made.values()].map(({ row }) => row);
  const hashed = await updateRows(call, table, rows, changeable);
  const changed = hashed.flatMap(({ id, hash }) => {
    const row = made.get(id);
    return row ? [{ ...row, hash }] : [];
  });
  recordChanged(call.records, table.name, changed);
  return changed;
}

async function compare(
  call: WriteCall,
  table: ImportTable,
  candidates: readonly Candidate[],
  { isNamedLater = false }: Options,
): Promise<Compared> {
  const keys = candidates.map((candidate) => candidate.key);
  const stored = await loadRows(at(call), table, keys);
  const { trial } = call;
  const planned = (key: string) => trial?.planned.get(`${table.name}\n${key}`);
  const isCounted = (key: string) => trial?.counted.has(`${table.name}\n${key}`) === true;
  const makeId = trial && !isNamedLater ? () => "" : newId;
  return compareRows(table, candidates, stored, planned, isCounted, makeId);
}

/**
 * Makes rows that are new, changes those that differ and leaves the others untouched: not even a lock
 * is taken on them. What was written is recorded for undoing.
 */
export async function writeRows(
  call: WriteCall,
  table: ImportTable,
  candidates: readonly Candidate[],
  options: Options = {},
): Promise<Written> {
  let { fresh, differing, ids } = await compare(call, table, candidates, options);
  if (call.trial) {
    if (options.isNamedLater) {
      for (const { id, row } of fresh) {
        const name = `${table.name}\n${keyOf(table, row)}`;
        call.trial.planned.set(name, id);
        call.trial.counted.add(name);
      }
    }
    noteChanges(call.trial, table, differing);
    return { created: fresh, changed: differing, ids };
  }
  if (options.beforeInsert && fresh.length > 0) {
    const complete = await options.beforeInsert();
    ({ fresh, differing, ids } = await compare(call, table, candidates, options));
    complete(fresh.map(({ row }) => row));
  }
  const made = await insertRows(
    call,
    table,
    fresh.map(({ row }) => row),
  );
  const madeIds = new Set(made.map((row) => row.id));
  // What somebody else made in the meantime is compared with that.
  const late = fresh.filter((row) => !madeIds.has(row.id));
  const again = [...differing, ...late].map(({ candidate }) => candidate);
  const changed = await changeRows(call, table, again, ids, options.changeable);
  return { created: fresh.filter((row) => madeIds.has(row.id)), changed, ids };
}

/** Accounts whose figures move with what was written. */
export function touchedAccounts(table: ImportTable, { created, changed }: Written): string[] {
  const { account } = table;
  if (account === null) return [];
  return [...created, ...changed].flatMap(({ row, before }) =>
    [row[account], before?.[account]].flatMap((id) => (typeof id === "string" ? [id] : [])),
  );
}

import type pg from "pg";
import { pipelinedPool } from "./client";
import { type InWorkspace, inOneTransaction, PAGE_TIMEOUT_MS } from "./with-workspace";

/** A statement in the driver's own words; each connection prepares it once, under its name. */
export type Statement = { name: string; text: string };
export type Run = <Row extends object>(
  statement: Statement,
  values: readonly unknown[],
) => Promise<Row[]>;
/** Nobody waits for the answer; where the statement fails, so does the transaction when it commits. */
export type Send = (statement: Statement, values: readonly unknown[]) => void;

/** What a read needs of a transaction, whichever of the two kinds it is. */
export type Reader = {
  $queryRaw<Rows>(text: TemplateStringsArray, ...values: unknown[]): Promise<Rows>;
};

/** Reads written for Prisma's transactions, in one of the driver's own. */
export function readerOf(run: Run): Reader {
  return {
    $queryRaw: async <Rows>(parts: TemplateStringsArray, ...values: unknown[]) => {
      const text = parts.reduce((before, part, i) => `${before}$${i}${part}`);
      return (await run({ name: "", text }, values)) as Rows;
    },
  };
}

/** A row that nobody else may change until the transaction ends. */
type LockedRow = { table: "invitation"; id: string };

type Opened = InWorkspace & { lock?: LockedRow | null };

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id as it may stand in a statement's text. */
export function uuidLiteral(id: string): string {
  if (!UUID.test(id)) throw new RangeError("an id is no uuid");
  return `'${id}'::uuid`;
}

/** One message begins and names the tenant. */
function opening(workspaceId: string, timeoutMs: number): string {
  const timeout = `SET LOCAL statement_timeout = ${Math.round(timeoutMs)}`;
  return `BEGIN; ${timeout}; SELECT set_workspace(${uuidLiteral(workspaceId)})`;
}

/** Before all others and by itself: a statement that waits for a lock still reads what was before it. */
function lockStatement({ table }: LockedRow): Statement {
  return {
    name: `lock-${table}`,
    text: `SELECT 1 FROM ${table} WHERE workspace_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE`,
  };
}

/** Statements on a connection that is in a transaction. */
export function runOn(client: pg.PoolClient): Run {
  return async <Row extends object>({ name, text }: Statement, values: readonly unknown[]) => {
    const { rows } = await client.query<Row & pg.QueryResultRow>({
      name,
      text,
      values: [...values],
    });
    return rows;
  };
}

/** The first that failed says why; those after it only that the transaction is lost. */
async function firstFault(sent: readonly Promise<unknown>[]): Promise<unknown> {
  const outcomes = await Promise.allSettled(sent);
  return outcomes.find((outcome) => outcome.status === "rejected")?.reason;
}

/**
 * What is sent in one turn of the loop leaves together. A system call for each statement costs more than
 * most statements.
 */
function packing({ connection: { stream } }: pg.PoolClient): () => void {
  let isOpen = false;
  return () => {
    if (isOpen) return;
    isOpen = true;
    stream.cork();
    process.nextTick(() => {
      isOpen = false;
      stream.uncork();
    });
  };
}

/** On a pipelined connection: what begins goes with the first statement, what commits with the last. */
async function transaction<T>(
  client: pg.PoolClient,
  { workspace, lock = null }: Opened,
  timeoutMs: number,
  work: (run: Run, send: Send) => Promise<T>,
): Promise<T> {
  const sent: Promise<unknown>[] = [];
  const runNow = runOn(client);
  const pack = packing(client);
  function keep<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    pack();
    const answer = ask();
    sent.push(answer);
    answer.catch(() => {});
    return answer;
  }
  const run: Run = (statement, values) => keep(() => runNow(statement, values));
  const send: Send = (statement, values) => void run(statement, values);
  keep(() => client.query(opening(workspace.id, timeoutMs)));
  if (lock) send(lockStatement(lock), [workspace.id, lock.id]);
  try {
    const result = await work(run, send);
    keep(() => client.query("COMMIT"));
    await Promise.all(sent);
    return result;
  } catch (error) {
    throw (await firstFault(sent)) ?? error;
  }
}

/**
 * `withWorkspace` for what everything waits on (a page opened, an answer pressed) and for many rows at
 * once: the same transaction without Prisma, whose own work takes longer there than the database's.
 */
export async function withWorkspaceSql<T>(
  opened: Opened,
  work: (run: Run, send: Send) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? PAGE_TIMEOUT_MS;
  return inOneTransaction(async () => {
    const client = await pipelinedPool().connect();
    let broken: Error | undefined;
    try {
      return await transaction(client, opened, timeoutMs, work);
    } catch (error) {
      await client.query("ROLLBACK").catch((fault: Error) => {
        broken = fault;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  });
}

import type pg from "pg";
import { pool } from "./client";
import { type InWorkspace, inOneTransaction, PAGE_TIMEOUT_MS } from "./with-workspace";

/** A statement in the driver's own words; each connection prepares it once, under its name. */
export type Statement = { name: string; text: string };
export type Run = <Row extends object>(
  statement: Statement,
  values: readonly unknown[],
) => Promise<Row[]>;

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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id as it may stand in a statement's text. */
export function uuidLiteral(id: string): string {
  if (!UUID.test(id)) throw new RangeError("an id is no uuid");
  return `'${id}'::uuid`;
}

/** One message begins, names the tenant and waits for the row: what is read then is not older. */
function opening(workspaceId: string, lock: LockedRow | null, timeoutMs: number): string {
  const workspace = uuidLiteral(workspaceId);
  const parts = [
    "BEGIN",
    `SET LOCAL statement_timeout = ${Math.round(timeoutMs)}`,
    `SELECT set_workspace(${workspace})`,
  ];
  if (lock) {
    parts.push(
      `SELECT 1 FROM ${lock.table} WHERE workspace_id = ${workspace} AND id = ${uuidLiteral(lock.id)} FOR NO KEY UPDATE`,
    );
  }
  return parts.join("; ");
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

async function transaction<T>(
  client: pg.PoolClient,
  begin: string,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  await client.query(begin);
  const result = await work(runOn(client));
  await client.query("COMMIT");
  return result;
}

/**
 * `withWorkspace` for what everything waits on (a page opened, an answer pressed) and for many rows at
 * once: the same transaction without Prisma, whose own work takes longer there than the database's.
 */
export async function withWorkspaceSql<T>(
  { workspace, lock = null }: InWorkspace & { lock?: LockedRow | null },
  work: (run: Run) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  const begin = opening(workspace.id, lock, options.timeoutMs ?? PAGE_TIMEOUT_MS);
  return inOneTransaction(async () => {
    const client = await pool().connect();
    let broken: Error | undefined;
    try {
      return await transaction(client, begin, work);
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

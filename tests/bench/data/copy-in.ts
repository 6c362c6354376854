import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";

type Cell = string | number | boolean | null;
export type TableRows = {
  table: string;
  columns: readonly string[];
  rows: Iterable<readonly Cell[]>;
};

const CHUNK = 65_536;

export function* lines(rows: Iterable<readonly Cell[]>): Generator<string> {
  let held = "";
  for (const row of rows) {
    held += `${row.map((cell) => (cell === null ? "\\N" : `${cell}`)).join("\t")}\n`;
    if (held.length < CHUNK) continue;
    yield held;
    held = "";
  }
  if (held) yield held;
}

/** Indexes but the primary key's: many rows are in sooner when they are made afterwards. */
async function takeIndexes(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS made
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = $1::regclass AND NOT i.indisprimary
       AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
    [table],
  );
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`);
  return rows.map(({ made }) => made);
}

/**
 * Text into a table by COPY, in the client's transaction. Row-level security refuses COPY FROM even to the
 * owner: it is taken off and put back.
 */
export async function copyStream(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  text: Readable,
): Promise<void> {
  await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  const stream = client.query(from(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  await pipeline(text, stream);
  // Keys that are looked at when the transaction ends forbid it while they wait.
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
}

/** Rows into a table by COPY, past the verbs. A superuser also skips the look at every foreign key. */
export async function copyIn(
  url: string,
  { table, columns, rows }: TableRows,
  { isLarge = false } = {},
): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica").catch(() => {});
    await client.query("BEGIN");
    const indexes = isLarge ? await takeIndexes(client, table) : [];
    await copyStream(client, table, columns, Readable.from(lines(rows)));
    for (const index of indexes) await client.query(index);
    await client.query("COMMIT");
    await client.query(`ANALYZE ${table}`);
  } finally {
    await client.end();
  }
}

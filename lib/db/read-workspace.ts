import { once } from "node:events";
import pg from "pg";
import { pool } from "./client";
import { type CopyRow, copyParser } from "./copy-parser";
import { type InWorkspace, inOneTransaction } from "./with-workspace";
import { type Reader, readerOf, runOn, uuidLiteral } from "./with-workspace-sql";

/** Many rows in little time: the rows of a SELECT in COPY's binary form, one call each. */
export type Copy = (select: string, onRow: (row: CopyRow) => void) => Promise<void>;

export type Snapshot = { reader: Reader; copy: Copy };

async function copyRows(
  client: pg.PoolClient,
  select: string,
  onRow: (row: CopyRow) => void,
): Promise<void> {
  const parser = copyParser(onRow);
  const failures: unknown[] = [];
  const query = new pg.Query(`COPY (${select}) TO STDOUT (FORMAT binary)`);
  // Read where the driver has it: a stream in between copies seven hundred megabytes once more. An error thrown here
  // would end the process.
  Object.assign(query, {
    handleCopyData({ chunk }: { chunk: Buffer }) {
      try {
        if (failures.length === 0) parser.feed(chunk);
      } catch (error) {
        failures.push(error);
      }
    },
  });
  client.query(query);
  await once(query, "end");
  if (failures.length > 0) throw failures[0];
  parser.end();
}

/**
 * Reads of one workspace that see one moment however long they take. COPY takes no parameters: what
 * stands in its text are numbers and ids made by `uuidLiteral`.
 */
export async function readWorkspace<T>(
  { workspace }: InWorkspace,
  work: (snapshot: Snapshot) => Promise<T>,
  options: { timeoutMs: number },
): Promise<T> {
  return inOneTransaction(async () => {
    const client = await pool().connect();
    let isWhole = false;
    try {
      await client.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
         SET LOCAL statement_timeout = ${Math.round(options.timeoutMs)};
         SELECT set_workspace(${uuidLiteral(workspace.id)})`,
      );
      const result = await work({
        reader: readerOf(runOn(client)),
        copy: (select, onRow) => copyRows(client, select, onRow),
      });
      await client.query("COMMIT");
      isWhole = true;
      return result;
    } finally {
      // A copy that broke off leaves its rows in the connection: nobody else may have it.
      client.release(!isWhole);
    }
  });
}

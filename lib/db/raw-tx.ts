import { Prisma } from "./generated/client";
import type { InWorkspace } from "./with-workspace";
import { withWorkspaceSql } from "./with-workspace-sql";

type Text = TemplateStringsArray | Prisma.Sql;

/** What statements in SQL need of a transaction: Prisma's, or one of the driver's own. */
export type RawTx = {
  $queryRaw<Rows>(text: Text, ...values: unknown[]): Promise<Rows>;
  $executeRaw(text: Text, ...values: unknown[]): Promise<unknown>;
};

function sqlOf(text: Text, values: readonly unknown[]): Prisma.Sql {
  return "raw" in text ? Prisma.sql(text, ...values) : text;
}

/**
 * `withWorkspace` for many rows at once. Prisma writes every statement's values into JSON and reads them again
 * before the driver has them: of some ten thousand values in each of a thousand statements that is half the work.
 */
export function withWorkspaceRaw<T>(
  opened: InWorkspace,
  work: (tx: RawTx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  return withWorkspaceSql(
    opened,
    (run) => {
      const ask = (text: Text, ...values: unknown[]) => {
        const sql = sqlOf(text, values);
        return run<object>({ name: "", text: sql.text }, sql.values);
      };
      return work({
        $queryRaw: async <Rows>(text: Text, ...values: unknown[]) =>
          (await ask(text, ...values)) as Rows,
        $executeRaw: ask,
      });
    },
    options,
  );
}

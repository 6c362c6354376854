import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "@/lib/errors";
import { db, type Prisma } from "./client";
import { toAppError } from "./database-error";

export type Tx = Prisma.TransactionClient;

/** What names the tenant of a transaction; every `Ctx` has it. */
export type InWorkspace = { workspace: { id: string } };

/** By the clock: what else the process computes counts too. It ends what hangs, not what is slow under load. */
export const PAGE_TIMEOUT_MS = 10_000;
const CONNECTION_WAIT_MS = 10_000;
const insideTransaction = new AsyncLocalStorage<true>();

/** Refuses to nest: what two verbs share is a function that takes the transaction. */
export async function inOneTransaction<T>(work: () => Promise<T>): Promise<T> {
  if (insideTransaction.getStore()) {
    throw new AppError("INTERNAL", "A workspace transaction was opened inside another one.");
  }
  try {
    return await insideTransaction.run(true, work);
  } catch (error) {
    throw toAppError(error);
  }
}

/** Runs `work` in one transaction with the tenant set for row-level security. */
export async function withWorkspace<T>(
  { workspace }: InWorkspace,
  work: (tx: Tx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  const timeout = options.timeoutMs ?? PAGE_TIMEOUT_MS;
  // The client gives up by itself; without this the server would go on with what nobody waits for.
  const limit = String(Math.round(timeout));
  return inOneTransaction(() =>
    db().$transaction(
      async (tx) => {
        await tx.$executeRaw`
          SELECT set_workspace(${workspace.id}::uuid), set_config('statement_timeout', ${limit}, true)`;
        return work(tx);
      },
      { timeout, maxWait: CONNECTION_WAIT_MS },
    ),
  );
}

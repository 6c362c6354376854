import type { Ctx } from "@/lib/auth/ctx";
import { readWorkspace } from "@/lib/db/read-workspace";
import type { Tx } from "@/lib/db/with-workspace";
import { uuidLiteral } from "@/lib/db/with-workspace-sql";
import { NO_TYPE, type OrderLineRow, type OrderLines, packLines, typeNumber } from "./order-lines";
import type { UnitFacts, WorkspaceFacts } from "./workspace-facts";

const READ_TIMEOUT_MS = 60_000;
/** So many accounts a page reads in its own transaction. */
const FEW = 200;
const NONE: readonly OrderLines[] = [];

// An account's purchases only change together with its facts: they hang on its unit, whatever the epoch.
const ofUnit = new WeakMap<UnitFacts, readonly OrderLines[]>();
const reading = new WeakMap<WorkspaceFacts, Promise<void>>();

function unitsWithout({ units }: WorkspaceFacts): UnitFacts[] {
  return units.filter((unit) => !ofUnit.has(unit));
}

function keep(units: readonly UnitFacts[], found: ReadonlyMap<string, readonly OrderLines[]>) {
  for (const unit of units) {
    const lines = unit.members.flatMap(({ id }) => found.get(id) ?? []);
    ofUnit.set(unit, lines.length === 0 ? NONE : lines);
  }
}

async function readAll(ctx: Ctx, units: readonly UnitFacts[]): Promise<void> {
  const lines = packLines();
  await readWorkspace(
    ctx,
    ({ copy }) =>
      copy(
        `SELECT account_id::text, ordered_on - DATE '1970-01-01', amount_minor::float8,
           product_type_id::text, currency, order_number, (chosen_by = 'automatic')::int
         FROM purchase
         WHERE workspace_id = ${uuidLiteral(ctx.workspace.id)} AND contract_id IS NULL
         ORDER BY account_id, ordered_on`,
        (row) =>
          lines.add({
            accountId: row.text(0) ?? "",
            day: row.whole(1) ?? 0,
            amountMinor: row.bytes(2)?.readDoubleBE() ?? 0,
            productTypeId: row.text(3),
            currency: row.text(4) ?? "",
            orderNumber: row.text(5),
            isAutomatic: row.whole(6) === 1,
          }),
      ),
    { timeoutMs: READ_TIMEOUT_MS },
  );
  keep(units, lines.end());
}

/** For `withFacts`: reads the purchases of a workspace where many are not known yet, once for whoever asks. */
export async function readOrderLines(ctx: Ctx, facts: WorkspaceFacts): Promise<void> {
  const units = unitsWithout(facts);
  if (units.length <= FEW) return;
  const running = reading.get(facts) ?? readAll(ctx, units);
  reading.set(facts, running);
  try {
    await running;
  } finally {
    reading.delete(facts);
  }
}

async function loadLines(tx: Tx, workspaceId: string, units: readonly UnitFacts[]) {
  const accountIds = units.flatMap(({ members }) => members.map(({ id }) => id));
  const rows = await tx.$queryRaw<OrderLineRow[]>`
    SELECT account_id AS "accountId", ordered_on - DATE '1970-01-01' AS day,
      amount_minor::float8 AS "amountMinor", product_type_id AS "productTypeId", currency,
      order_number AS "orderNumber", chosen_by IS NOT DISTINCT FROM 'automatic' AS "isAutomatic"
    FROM purchase
    WHERE workspace_id = ${workspaceId}::uuid AND contract_id IS NULL
      AND account_id = ANY(${accountIds}::uuid[])
    ORDER BY account_id, ordered_on`;
  const lines = packLines();
  for (const row of rows) lines.add(row);
  return lines.end();
}

/** Numbers of the product types that are billed by contract: purchases of them are no orders. */
async function loadContractTypes(tx: Tx, workspaceId: string): Promise<ReadonlySet<number>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM product_type
    WHERE workspace_id = ${workspaceId}::uuid AND billed_as = 'contract'`;
  return new Set(rows.map(({ id }) => typeNumber(id)).filter((number) => number !== NO_TYPE));
}

export type OrderBook = {
  linesOf: (unit: UnitFacts) => readonly OrderLines[];
  isContract: ReadonlySet<number>;
};

/** What every account ordered; those that changed since are read here. */
export async function loadOrderBook(tx: Tx, facts: WorkspaceFacts): Promise<OrderBook> {
  const units = unitsWithout(facts);
  if (units.length > 0) keep(units, await loadLines(tx, facts.workspaceId, units));
  return {
    linesOf: (unit) => ofUnit.get(unit) ?? NONE,
    isContract: await loadContractTypes(tx, facts.workspaceId),
  };
}

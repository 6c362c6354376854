import { MONTH_COLUMNS } from "@/lib/facts/month-columns";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { getOverview } from "@/lib/loyalty/get-overview";
import type { TestDatabase } from "../../support/database";
import type { World } from "../../support/factories/world";

type Kept = typeof globalThis & { holdfastFacts?: Map<string, unknown> };

const processes = new Map<string, Map<string, unknown>>();

/** What another process holds in memory: the same code, another cache. */
export async function inProcess<T>(name: string, work: () => Promise<T>): Promise<T> {
  const shared = globalThis as Kept;
  const own = shared.holdfastFacts;
  const other = processes.get(name) ?? new Map<string, unknown>();
  processes.set(name, other);
  shared.holdfastFacts = other;
  try {
    return await work();
  } finally {
    if (own) shared.holdfastFacts = own;
    else delete shared.holdfastFacts;
  }
}
export async function stored(queryIn: TestDatabase["queryIn"], world: World): Promise<unknown[]> {
  const query = queryIn(world.workspace.id);
  const id = [world.workspace.id];
  return [
    await query(
      `SELECT account_id, decider_id, encode(history, 'base64') AS history
       FROM account_history WHERE workspace_id = $1 ORDER BY account_id`,
      id,
    ),
    await query(
      "SELECT * FROM account_month WHERE workspace_id = $1 ORDER BY account_id, month",
      id,
    ),
  ];
}

/** Typed columns as plain arrays. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    ArrayBuffer.isView(inner) ? Array.from(inner as Uint8Array) : inner,
  );
}

/** Everything a page could read of the facts, as plain values, and what one makes of them. */
export async function read(world: World): Promise<unknown> {
  const { epoch: _, ...overview } = await getOverview({ ctx: world.ctx(), input: {} });
  const facts = await readFacts(world);
  return { overview, facts };
}

/** What the facts in memory hold, and where every account stands by them. */
export function readFacts(world: World): Promise<unknown> {
  return withFacts(world.ctx(), async (_tx, facts) => ({
    contexts: facts.contexts.key,
    types: [...facts.productTypes.values()],
    heads: [facts.ordersToDay, facts.answersToDay, facts.firstMonth],
    units: facts.units.map((unit) => ({
      id: unit.id,
      name: unit.account.name,
      members: unit.members.map(({ id }) => id),
      history: plain(unit.history),
      lines: plain(unit.orderLines),
      series: MONTH_COLUMNS.map((name) => Array.from(unit.series.column(name))),
    })),
    assessed: [...assessAt(facts, dayNumber(world.ctx().asOf))],
  }));
}

import type { Ctx } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadFacts } from "@/lib/facts/load-facts";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { refreshWorkspace } from "@/lib/facts/refresh-workspace";
import { StoredUnit } from "@/lib/facts/stored-unit";
import { assessInTurns, type WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { ms, note, point, took } from "./table";

const TURNS = 3;

/** Facts of every account, from its rows; those that are there stay. */
export async function prepareFacts(ctx: Ctx): Promise<void> {
  const { result, ...spent } = await took(() => refreshWorkspace(ctx));
  if (result.accounts === 0) return;
  const each = spent.cpuMs / result.accounts;
  note("facts computed from the rows", `${result.accounts} accounts in ${ms(spent.ms)}`);
  note("  computing for each", `${each.toFixed(2)} ms`);
}

function sizes(facts: WorkspaceFacts) {
  let bytes = 0;
  let months = 0;
  for (const unit of facts.units) {
    months += unit.series.months;
    if (unit instanceof StoredUnit) bytes += unit.bytes.bytes.length;
  }
  return { bytes, months };
}

export async function benchFacts(ctx: Ctx): Promise<WorkspaceFacts> {
  let best = Number.POSITIVE_INFINITY;
  let cpu = Number.POSITIVE_INFINITY;
  let facts: WorkspaceFacts | null = null;
  for (let turn = 0; turn < TURNS; turn += 1) {
    // As after a start: none are there yet.
    facts = null;
    const load = await took(() => loadFacts(ctx, undefined));
    best = Math.min(best, load.ms);
    cpu = Math.min(cpu, load.cpuMs);
    facts = load.result;
  }
  if (!facts) throw new Error("the facts are not whole");
  const { bytes, months } = sizes(facts);
  const per = facts.units.length;
  note(
    `facts cold start, ${per} dots, ${months} account-months`,
    ms(best),
    "< 3 s at 100,000 x 60",
  );
  note("  of it computing here", ms(cpu));
  point("facts cold start", per, best);
  note("stored bytes per account-month", (bytes / months).toFixed(0));
  const assess = await took(() => assessInTurns(facts as WorkspaceFacts, dayNumber(ctx.asOf)));
  note("all accounts assessed at one day", `${ms(assess.ms)} (computing ${ms(assess.cpuMs)})`);
  point("all accounts assessed", per, assess.ms);
  note("memory of the process", `${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  await benchOneEvent(ctx, facts);
  return facts;
}

/** One account changes: computed, read and there. */
async function benchOneEvent(ctx: Ctx, facts: WorkspaceFacts): Promise<void> {
  const times: number[] = [];
  let known = facts;
  for (let turn = 0; turn < 7; turn += 1) {
    const id = facts.units[(turn * 37) % facts.units.length]?.id ?? "";
    await withWorkspace(ctx, (tx) => markFactsChanged(tx, ctx.workspace.id, [id], ctx.now));
    const spent = await took(async () => {
      await refreshWorkspace(ctx);
      known = (await loadFacts(ctx, known)) ?? known;
      await assessInTurns(known, dayNumber(ctx.asOf));
    });
    times.push(spent.ms);
  }
  point("an event until it is read", known.units.length, times.toSorted((a, b) => a - b)[3] ?? 0);
  note(
    "an event until its account's figures are read",
    ms(times.toSorted((a, b) => a - b)[3] ?? 0),
    "< 2 s",
  );
}

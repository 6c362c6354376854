import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { assessAt } from "@/lib/facts/workspace-facts";
import { seesNames } from "@/lib/workspaces/sees-names";
import { reasonOf } from "./build-reasons";
import { accountsOfLines, ownWorklist } from "./build-worklist";
import { foundWorklist } from "./load-worklist";
import { loadWorklistDetails } from "./load-worklist-details";
import type { SinceDto } from "./portfolio-news.types";
import type { Scene } from "./scene";

/** Reasons of the worklist that began after a day, in the order of the list. */
export async function loadNewReasons(
  tx: Tx,
  ctx: Ctx,
  { facts, units, asOfDay }: Scene,
  sinceDay: number,
  shown: number,
): Promise<Pick<SinceDto, "alerts" | "alertsTotal">> {
  const found = foundWorklist(facts, asOfDay);
  const lines = ownWorklist(found, units).lines.flatMap((line) => {
    const reasons = line.reasons.filter((trigger) => trigger.sinceDay > sinceDay);
    return reasons.length === 0 ? [] : [{ ...line, reasons }];
  });
  const first = lines.slice(0, shown);
  const ids = accountsOfLines(found, first);
  const details = await loadWorklistDetails(tx, ctx, ids, await seesNames(tx, ctx));
  const assessed = assessAt(facts, asOfDay);
  return {
    alertsTotal: lines.length,
    alerts: first.flatMap(({ accountId, reasons }) => {
      const unit = facts.unitById.get(accountId);
      const assessment = assessed.get(accountId);
      if (!unit || !assessment) return [];
      const told = { facts, unit, assessment, details };
      const said = reasons.flatMap((trigger) => reasonOf(trigger, told) ?? []);
      return [{ account: { id: unit.id, name: unit.account.name }, reasons: said }];
    }),
  };
}

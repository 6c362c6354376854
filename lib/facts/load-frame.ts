import type { Ctx } from "@/lib/auth/ctx";
import type { Reader } from "@/lib/db/with-workspace-sql";
import { dayNumber } from "@/lib/format/calendar";
import { lastWholeMonth } from "@/lib/metrics";
import { closeOfMonth } from "./build-account-months";
import type { HistoryFrame } from "./history-frame";
import { loadRates } from "./load-rates";

const HORIZON_MONTHS = 14;

/** The frame in which a workspace's amounts stand at an as-of date. */
export async function loadFrame(tx: Reader, ctx: Ctx): Promise<HistoryFrame> {
  const rateMonth = lastWholeMonth(dayNumber(ctx.asOf));
  return {
    rates: await loadRates(tx, ctx.workspace.currency),
    rateMonth,
    horizonDay: closeOfMonth(rateMonth + HORIZON_MONTHS),
  };
}

/** @param firstMonth first whole month the orders cover; null without orders */
export function dataFromMonth(firstMonth: number | null, rateMonth: number): number {
  return firstMonth ?? rateMonth + 1;
}

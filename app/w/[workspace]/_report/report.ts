import type { Ctx } from "@/lib/auth/ctx";
import type { FigureTable } from "@/lib/format/figure-table";

export type ReportParams = Record<string, string | undefined>;

/** Makes every table of a page, for the parameters of its address. */
export type Report = (ctx: Ctx, params: ReportParams) => Promise<readonly FigureTable[]>;

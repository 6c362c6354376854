import type { FilterDto } from "@/lib/loyalty/overview.types";
import type { RetentionChoices, RetentionDto } from "@/lib/loyalty/retention.types";
import { comparedDate } from "../_loyalty/compared-date";
import { withQuery, workspacePath } from "../_loyalty/paths";
import { viewOf } from "../_loyalty/search-params";
import { filterQuery } from "../_report/filter-query";

/** The first of each is what a page shows of itself. */
const DEFAULTS: RetentionChoices = {
  closes: "quarter",
  split: "segments",
  by: "net",
  cohorts: "year",
  of: "customers",
  clock: "whole",
  pair: null,
};

/** Filter, period and choices of an address. */
export function retentionOf(params: Record<string, string | undefined>) {
  const { closes, split, by, cohorts, of, clock, pair = null } = params;
  return { ...viewOf(params), closes, split, by, cohorts, of, clock, pair };
}

/** Filter and period as an address has them; what is usual is not named. */
export function periodQuery(filter: FilterDto) {
  return { ...filterQuery(filter), compareTo: comparedDate(filter) };
}

/** Those choices that are not the usual ones. */
export function keptChoices(choices: RetentionChoices): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(choices))
    if (value !== null && value !== DEFAULTS[name as keyof RetentionChoices]) kept[name] = value;
  return kept;
}

/** Address of the page with another choice, at the card it is about. */
export function choiceHref(retention: Pick<RetentionDto, "filter" | "choices">, workspace: string) {
  return (changed: Partial<RetentionChoices>, card: string): string => {
    const kept = keptChoices({ ...retention.choices, ...changed });
    const query = { ...periodQuery(retention.filter), ...kept };
    return `${withQuery(workspacePath(workspace, "retention"), query)}#${card}`;
  };
}

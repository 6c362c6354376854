import type { QuietListDto, WholeList } from "../coverage.types";

/** Lists of the page, by their place in its address. */
export const COVERAGE_LISTS = ["not-asked", "silent", "no-signer", "one-relationship"] as const;
export type CoverageList = (typeof COVERAGE_LISTS)[number];

/** Before a list is opened, so many of its lines are shown. */
export const FIRST_LINES = 10;
export const LINES_OF_PAGE = 50;

/** What is wanted of the lists: all lines for a file; of one a page; of the others the first lines. */
export type WantedLines = { allLines: boolean; list: CoverageList | null; page: number };

/** A page that does not exist is the last there is. */
export function pageOfList<Line>(
  list: WholeList<Line>,
  name: CoverageList,
  { allLines, list: opened, page: wanted }: WantedLines,
): QuietListDto<Line> {
  const { total, revenueMinor, lines } = list;
  if (allLines) return { total, revenueMinor, page: null, lines };
  if (opened !== name)
    return { total, revenueMinor, page: null, lines: lines.slice(0, FIRST_LINES) };
  const last = Math.max(1, Math.ceil(lines.length / LINES_OF_PAGE));
  const page = Math.min(wanted, last);
  const from = (page - 1) * LINES_OF_PAGE;
  return { total, revenueMinor, page, lines: lines.slice(from, from + LINES_OF_PAGE) };
}

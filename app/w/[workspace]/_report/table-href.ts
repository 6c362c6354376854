import { withQuery } from "../_loyalty/paths";

/** Address of a page's table as a file, with the page's own filters. */
export function tableHref(
  workspace: string,
  report: string,
  query: Record<string, string | null | undefined>,
) {
  return (table: string) => (format: "csv" | "xlsx") =>
    withQuery(`/api/w/${workspace}/tables/${report}/${table}.${format}`, query);
}

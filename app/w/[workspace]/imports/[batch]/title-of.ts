import { formatCount } from "@/lib/format/count";
import { formatNumber } from "@/lib/format/number";
import type { ImportDto } from "@/lib/imports/load-import";

/** The page's answer in a sentence. */
export function titleOf(view: ImportDto, locale: string): string {
  if (view.state === "uploading") return "The file is arriving.";
  if (view.state === "queued") return "The import waits for its turn.";
  if (view.state === "running") return "The import is running.";
  if (view.state === "failed") {
    return view.rowsDone > 0
      ? `The import stopped after ${formatCount(view.rowsDone, "row", "rows", locale)}.`
      : "Nothing was imported.";
  }
  const taken = view.rowsNew + view.rowsChanged;
  if (view.rowsRejected > 0) {
    return `${formatNumber(taken, locale)} rows are in, ${formatNumber(view.rowsRejected, locale)} were rejected.`;
  }
  if (taken === 0) return "Everything in the file was here already.";
  return `${formatCount(taken, "row is in", "rows are in", locale)}.`;
}

import { formatCount } from "@/lib/format/count";
import type { ImportDto } from "@/lib/imports/load-import";

function checkedTitle(trial: NonNullable<ImportDto["trial"]>, locale: string): string {
  const { rowsNew, rowsChanged, rowsUnchanged } = trial;
  if (rowsNew + rowsChanged === 0) {
    return rowsUnchanged === 0
      ? "No row of the file can be imported."
      : "Everything in the file is here already.";
  }
  const added = formatCount(rowsNew, "row", "rows", locale);
  return `${added} would be added, ${formatCount(rowsChanged, "row", "rows", locale)} changed.`;
}

/** The page's answer in a sentence. */
export function titleOf(view: ImportDto, locale: string): string {
  if (view.state === "uploading") return "The file is arriving.";
  if (view.state === "checking") return "The file is being checked.";
  if (view.state === "checked" && view.trial) return checkedTitle(view.trial, locale);
  if (view.state === "undoing") return "The import is being undone.";
  if (view.state === "undone") return "The import was undone.";
  if (view.state === "queued") return "The import waits for its turn.";
  if (view.state === "running") return "The import is running.";
  if (view.state === "failed") {
    return view.rowsDone > 0
      ? `The import stopped after ${formatCount(view.rowsDone, "row", "rows", locale)}.`
      : "Nothing was imported.";
  }
  const taken = view.rowsNew + view.rowsChanged;
  const isIn = formatCount(taken, "row is in", "rows are in", locale);
  if (view.rowsRejected > 0) {
    return `${isIn}, ${formatCount(view.rowsRejected, "was", "were", locale)} rejected.`;
  }
  return taken === 0 ? "Everything in the file was here already." : `${isIn}.`;
}

import { type StaffWords, staffWords } from "@/lib/i18n/staff-words";
import type { ImportDto } from "@/lib/imports/load-import";

function checkedTitle(trial: NonNullable<ImportDto["trial"]>, t: StaffWords<"imports">): string {
  const { rowsNew, rowsChanged, rowsUnchanged } = trial;
  if (rowsNew + rowsChanged > 0) {
    return t("titles.wouldBe", { added: rowsNew, changed: rowsChanged });
  }
  return rowsUnchanged === 0 ? t("titles.noneImportable") : t("titles.everythingIs");
}

/** The page's answer in a sentence. */
export function titleOf(view: ImportDto, locale: string): string {
  const t = staffWords(locale, "imports");
  const { state, rowsDone } = view;
  if (state === "checked" && view.trial) return checkedTitle(view.trial, t);
  if (state === "failed") {
    return rowsDone > 0 ? t("titles.stopped", { count: rowsDone }) : t("titles.nothing");
  }
  if (state !== "done" && state !== "ready" && state !== "checked") return t(`titles.${state}`);
  const count = view.rowsNew + view.rowsChanged;
  if (view.rowsRejected > 0) {
    return t("titles.takenRejected", { count, rejected: view.rowsRejected });
  }
  return count === 0 ? t("titles.everything") : t("titles.taken", { count });
}

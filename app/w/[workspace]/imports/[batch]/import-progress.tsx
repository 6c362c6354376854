import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { formatNumber } from "@/lib/format/number";
import type { ImportDto } from "@/lib/imports/load-import";

export function ImportProgress({ view, locale }: { view: ImportDto; locale: string }) {
  const t = useTranslations("imports");
  const { state, rowsDone, rowsTotal } = view;
  const known = state !== "undoing" && rowsTotal !== null && rowsTotal > 0;
  const label = state === "undoing" ? t("progress.undoing") : t(`states.${state}`);
  const note = known
    ? t("progress.rows", {
        done: formatNumber(rowsDone, locale),
        all: formatNumber(rowsTotal, locale),
      })
    : state === "undoing"
      ? t("progress.backwards")
      : t("progress.whole");
  return (
    <Card>
      <Progress label={label} ratio={known ? rowsDone / rowsTotal : null} note={note} />
      <p className="mt-3 text-ink-2">{t("progress.leave")}</p>
    </Card>
  );
}

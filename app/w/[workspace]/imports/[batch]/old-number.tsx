import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Ctx } from "@/lib/auth/ctx";
import { isAppError } from "@/lib/errors";
import { formatDay } from "@/lib/format/date";
import { getNpsCounts } from "@/lib/loyalty/get-nps-counts";
import { NpsCounts } from "../nps/nps-counts";

/** After past answers came in: the number their tool showed, beside ours. */
export async function OldNumber({ ctx, source }: { ctx: Ctx; source: string }) {
  const t = await getTranslations("imports.nps");
  const counts = await getNpsCounts({ ctx, input: { source } }).catch((error) => {
    if (isAppError(error) && error.code === "UNAVAILABLE") return null;
    throw error;
  });
  const path = `/w/${ctx.workspace.slug}/imports/nps?source=${encodeURIComponent(source)}`;
  return (
    <Card
      id="nps"
      className="max-w-4xl"
      title={t("title")}
      note={
        counts
          ? t("period", {
              from: formatDay(counts.from, ctx.locale),
              until: formatDay(counts.until, ctx.locale),
            })
          : null
      }
      actions={
        <Link href={path} className="text-sm text-accent underline">
          {t("otherPeriod")}
        </Link>
      }
    >
      {counts ? <NpsCounts counts={counts} locale={ctx.locale} /> : <p>{t("soon")}</p>}
    </Card>
  );
}

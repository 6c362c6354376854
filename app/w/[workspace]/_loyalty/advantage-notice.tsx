import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { joinWords } from "@/lib/format/count";
import type { OverviewDto } from "@/lib/loyalty/overview.types";
import { withQuery, workspacePath } from "./paths";

type AdvantageNoticeProps = { overview: OverviewDto; locale: string; workspace: string };

/** Where customers surely think less of us beside their alternatives than half a year ago. */
export function AdvantageNotice({ overview, locale, workspace }: AdvantageNoticeProps) {
  const t = useTranslations("drivers.advantage");
  const { advantageDrops, filter } = overview;
  if (advantageDrops.length === 0) return null;
  const own = filter.segment || filter.owner ? t("filter") : t("everyone");
  const segments = joinWords(
    advantageDrops.map((segment) => segment?.name ?? own),
    locale,
  );
  const href = withQuery(workspacePath(workspace, "drivers"), {
    segment: filter.segment?.id,
    owner: filter.owner?.id,
  });
  return (
    <Notice kind="warning" title={t("alertTitle")} className="mb-4">
      {t("alert", { segments })}{" "}
      <Link href={`${href}#advantage`} className="underline">
        {t("alertLink")}
      </Link>
    </Notice>
  );
}

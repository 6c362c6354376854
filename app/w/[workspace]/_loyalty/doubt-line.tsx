import { useTranslations } from "next-intl";
import { bold } from "@/components/ui/bold";
import { formatDay } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import type { CoverageDto, FreshnessDto } from "@/lib/loyalty/overview.types";
import type { ReadAs } from "./words/read-as";

type DoubtLineProps = { freshness: FreshnessDto; coverage: CoverageDto; as: ReadAs };

/** How far the page can be trusted: its date, how fresh the data are, and who was heard. */
export function DoubtLine({ freshness, coverage, as }: DoubtLineProps) {
  const t = useTranslations("loyalty.doubt");
  const percent = (share: number | null) => formatPercent(share, as.locale);
  const day = (iso: string) => formatDay(iso, as.locale, freshness.asOf);
  const { ordersTo, withoutRate, isShortHistory } = freshness;
  return (
    <>
      <span>{t.rich("asOf", { b: bold, date: formatDay(freshness.asOf, as.locale) })}</span>
      {ordersTo ? <span>{t.rich("orders", { b: bold, date: day(ordersTo) })}</span> : null}
      {coverage.heard.share === null ? null : (
        <>
          <span>
            {t.rich("heard", {
              b: bold,
              date: day(coverage.quarterFrom),
              share: percent(coverage.heard.share),
              signers: percent(coverage.signerHeard.share),
            })}
          </span>
          <span>{t.rich("known", { b: bold, share: percent(coverage.known.share) })}</span>
        </>
      )}
      {isShortHistory ? <span>{t("shortHistory")}</span> : null}
      {withoutRate.accounts > 0 ? (
        <span>
          {t.rich("withoutRate", {
            b: bold,
            count: withoutRate.accounts,
            currencies: withoutRate.currencies.join(", "),
          })}
        </span>
      ) : null}
    </>
  );
}

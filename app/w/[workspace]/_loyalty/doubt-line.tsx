import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import type { CoverageDto, FreshnessDto } from "@/lib/loyalty/overview.types";
import type { ReadAs } from "./words/read-as";

type DoubtLineProps = { freshness: FreshnessDto; coverage: CoverageDto; as: ReadAs };

const b = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;

/** How far the page can be trusted: its date, how fresh the data are, and who was heard. */
export function DoubtLine({ freshness, coverage, as }: DoubtLineProps) {
  const t = useTranslations("loyalty.doubt");
  const percent = (share: number | null) => formatPercent(share, as.locale);
  const day = (iso: string) => formatDay(iso, as.locale, freshness.asOf);
  const { ordersTo, withoutRate, isShortHistory } = freshness;
  return (
    <>
      <span>{t.rich("asOf", { b, date: formatDay(freshness.asOf, as.locale) })}</span>
      {ordersTo ? <span>{t.rich("orders", { b, date: day(ordersTo) })}</span> : null}
      <span>
        {t.rich("heard", {
          b,
          date: day(coverage.quarterFrom),
          share: percent(coverage.heard.share),
          signers: percent(coverage.signerHeard.share),
        })}
      </span>
      <span>{t.rich("known", { b, share: percent(coverage.known.share) })}</span>
      {isShortHistory ? <span>{t("shortHistory")}</span> : null}
      {withoutRate.accounts > 0 ? (
        <span>
          {t.rich("withoutRate", {
            b,
            count: withoutRate.accounts,
            currencies: withoutRate.currencies.join(", "),
          })}
        </span>
      ) : null}
    </>
  );
}

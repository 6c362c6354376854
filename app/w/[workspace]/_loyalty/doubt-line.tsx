import type { ReactNode } from "react";
import { formatDay } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import type { CoverageDto, FreshnessDto } from "@/lib/loyalty/overview.types";
import type { ReadAs } from "./words/read-as";

type DoubtLineProps = { freshness: FreshnessDto; coverage: CoverageDto; as: ReadAs };

function Fact({ children }: { children: ReactNode }) {
  return <span className="[&_b]:font-semibold [&_b]:text-ink">{children}</span>;
}

/** How far the page can be trusted: its date, how fresh the data are, and who was heard. */
export function DoubtLine({ freshness, coverage, as }: DoubtLineProps) {
  const percent = (share: number | null) => formatPercent(share, as.locale);
  const { ordersTo, withoutRate, isShortHistory } = freshness;
  return (
    <>
      <Fact>
        as of <b>{formatDay(freshness.asOf, as.locale)}</b>
      </Fact>
      {ordersTo ? (
        <Fact>
          orders to <b>{formatDay(ordersTo, as.locale, freshness.asOf)}</b>
        </Fact>
      ) : null}
      <Fact>
        heard since {formatDay(coverage.quarterFrom, as.locale, freshness.asOf)}:{" "}
        <b>{percent(coverage.heard.share)}</b> of revenue, signers{" "}
        <b>{percent(coverage.signerHeard.share)}</b>
      </Fact>
      <Fact>
        known in 12 months: <b>{percent(coverage.known.share)}</b>
      </Fact>
      {isShortHistory ? <Fact>short history, seasons differ</Fact> : null}
      {withoutRate.accounts > 0 ? (
        <Fact>
          <b>{withoutRate.accounts}</b> left out, no exchange rate for{" "}
          {withoutRate.currencies.join(", ")}
        </Fact>
      ) : null}
    </>
  );
}

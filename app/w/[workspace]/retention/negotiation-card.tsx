import { DefinitionList } from "@/components/metrics/definition-list";
import { Card } from "@/components/ui/card";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { CardProps } from "./card-props";
import { intervalWords, valueWords } from "./estimate-words";

function depthWords(estimate: EstimateDto, locale: string): string {
  const interval = intervalWords(estimate, locale);
  const value = valueWords(estimate, locale);
  return interval === null ? value : `${value} (${interval})`;
}

/** How far below list the year's renewals were signed, and how long they were talked about. */
export function NegotiationCard({ retention, locale }: CardProps) {
  const t = staffWords(locale, "retention");
  const { negotiation } = retention;
  if (negotiation === null) return null;
  const { weighted, median, signed, raised, open, medianDays } = negotiation;
  const number = (value: number | null) => formatNumber(value, locale);
  return (
    <Card
      id="negotiation"
      title={
        weighted.value === null
          ? t("negotiation.title")
          : t("negotiation.heading", { depth: formatPercent(weighted.value, locale, 1) })
      }
      note={t("negotiation.note")}
    >
      <DefinitionList
        rows={[
          { term: t("negotiation.weighted"), description: depthWords(weighted, locale) },
          { term: t("negotiation.median"), description: depthWords(median, locale) },
          {
            term: t("negotiation.signed"),
            description: t("negotiation.signedOf", { signed, raised }),
          },
          { term: t("negotiation.open"), description: number(open) },
          {
            term: t("negotiation.days"),
            description:
              medianDays === null
                ? t("negotiation.noDays")
                : t("negotiation.daysBetween", {
                    days: number(medianDays),
                    low: number(negotiation.medianDaysLow),
                    high: number(negotiation.medianDaysHigh),
                  }),
          },
        ]}
      />
      <div className="mt-2 text-sm text-ink-2">
        <FormulaPopover
          id="negotiation-formula"
          keys={["negotiationDepth", "negotiationDays"]}
          definitions={retention.definitions}
        />
      </div>
    </Card>
  );
}

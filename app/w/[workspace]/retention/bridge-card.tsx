import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { type Currency, codeOf } from "@/lib/format/currency";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { type BridgeStep, bridgeSteps } from "./bridge-steps";
import type { CardProps } from "./card-props";
import { bridgeTable } from "./retention-tables";

const TONES: Partial<Record<BridgeStep["step"], string>> = {
  contraction: "state-leaving",
  lost: "state-leaving",
  opening: "control",
  closing: "control",
};

/** Each step begins where the one before ended; both ends stand on the ground. */
function bridgeRows(steps: readonly BridgeStep[], locale: string, currency: Currency): BarRow[] {
  const amounts = steps.map(({ minor }) => minor);
  const scale = moneyColumn(amounts, currency);
  let reached = 0;
  return steps.map(({ step, label, minor }) => {
    const isEnd = step === "opening" || step === "closing";
    const from = isEnd ? 0 : reached;
    reached = isEnd ? minor : reached + minor;
    const words = formatInScale(minor, scale, { locale, currency });
    return { key: step, label, from, to: reached, words, tone: TONES[step] ?? "accent" };
  });
}

/** From the revenue of a year ago to today's, step by step. */
export function BridgeCard({ retention, locale, fileOf }: CardProps) {
  const t = staffWords(locale, "retention");
  return (
    <ChartFrame
      id="bridge"
      title={t("bridgeTitle")}
      note={t("bridgeNote", { currency: codeOf(retention.currency) })}
      table={bridgeTable(retention, locale)}
      locale={locale}
      fileHref={fileOf("bridge")}
      formula={
        <FormulaPopover
          id="bridge-formula"
          keys={["revenueRetention"]}
          definitions={retention.definitions}
        />
      }
    >
      <BarRows
        title={t("bridgeTitle")}
        rows={bridgeRows(bridgeSteps(retention, locale), locale, retention.currency)}
      />
    </ChartFrame>
  );
}

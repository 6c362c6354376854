import { useTranslations } from "next-intl";
import { BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { HeatTable } from "@/components/charts/heat-table";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { SegmentBuyingDto } from "@/lib/loyalty/buying.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { noteWithTest } from "../_report/differs-words";
import { type BuyingPart, shareInWords } from "./buying-part";
import { matrixTable, upsellTable } from "./buying-tables";

/** Who owns one product type and also another. */
export function MatrixCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  const { types, both, total } = buying.matrix;
  if (types.length < 2) return null;
  const shown = types.length;
  const note = [
    t("matrix.note"),
    ...(total > shown ? [t("matrix.more", { shown, total })] : []),
  ].join(". ");
  return (
    <ChartFrame
      id="product-types"
      title={t("matrix.title")}
      note={note}
      table={matrixTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("product-types")}
      formula={
        <FormulaPopover
          id="product-types-formula"
          keys={["productTypeMatrix"]}
          definitions={buying.definitions}
        />
      }
    >
      <HeatTable
        caption={t("matrix.title")}
        corner={t("matrix.corner")}
        columns={types.map(({ name }) => ({ key: name, label: name }))}
        rows={types.map(({ name, owners }, row) => ({
          key: name,
          label: name,
          note: t("matrix.owners", { n: owners }),
          cells: types.map((_, column) => {
            const cell = both[row]?.[column] ?? null;
            if (cell === null) return { strength: null, words: "·" };
            const { value, n } = cell.share;
            if (value === null) return { strength: null, words: t("tooFew", { n }) };
            return {
              strength: value,
              words: formatPercent(value, as.locale),
              note: t("matrix.cell", { k: cell.owners, n }),
            };
          }),
        }))}
      />
    </ChartFrame>
  );
}

function upsellWords(one: SegmentBuyingDto, locale: string): string {
  const t = staffWords(locale, "buying");
  const { value, low, high } = one.upsellShare;
  const ratio = one.upsellRatio.value;
  if (value === null || low === null || high === null || ratio === null)
    return shareInWords(one.upsellShare, locale);
  return t("upsell.words", {
    share: formatPercent(value, locale),
    low: formatPercent(low, locale),
    high: formatPercent(high, locale),
    ratio: formatNumber(ratio, locale, 1),
  });
}

/** More than one product type, by segment. */
export function UpsellCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  if (buying.matrix.types.length < 2) return null;
  return (
    <ChartFrame
      id="upsell"
      title={t("upsell.title")}
      note={t("upsell.note")}
      table={upsellTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("upsell")}
      formula={
        <FormulaPopover
          id="upsell-formula"
          keys={["upsellRatio"]}
          definitions={buying.definitions}
        />
      }
    >
      <BarRows
        title={t("upsell.title")}
        rows={buying.segments.map((one) => ({
          key: one.id ?? "all",
          label: one.name ?? t("upsell.all"),
          note: noteWithTest(t("ofN", { n: one.upsellShare.n }), one.upsellDiffers, as.locale),
          to: one.upsellShare.value,
          low: one.upsellShare.low,
          high: one.upsellShare.high,
          words: upsellWords(one, as.locale),
          tone: one.id === null ? "control" : "accent",
        }))}
      />
    </ChartFrame>
  );
}

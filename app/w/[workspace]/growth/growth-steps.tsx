import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { type Column, DataTable } from "@/components/ui/data-table";
import { codeOf } from "@/lib/format/currency";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { GrowthDto, SourceDto } from "@/lib/loyalty/growth.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { type GrowthStep, growthSteps, sourcesTable, stepsTable } from "./growth-tables";
import { kindWord, sourceName } from "./growth-words";

type CardProps = {
  growth: GrowthDto;
  locale: string;
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
};

function toneOf({ key, minor, isEarned }: GrowthStep): string {
  if (key === "opening" || key === "closing") return "control";
  if (minor < 0) return "state-leaving";
  if (isEarned === null) return "state-not-known";
  return isEarned ? "accent" : "state-latent";
}

function rowsOf(growth: GrowthDto, locale: string): BarRow[] {
  const steps = growthSteps(growth, locale);
  const amounts = steps.map(({ minor }) => minor);
  const scale = moneyColumn(amounts, growth.currency);
  let reached = 0;
  return steps.map((step) => {
    const isEnd = step.key === "opening" || step.key === "closing";
    const from = isEnd ? 0 : reached;
    reached = isEnd ? step.minor : reached + step.minor;
    const words = formatInScale(step.minor, scale, { locale, currency: growth.currency });
    return { key: step.key, label: step.label, from, to: reached, words, tone: toneOf(step) };
  });
}

/** From last year's revenue to this year's: what the same customers did, and how the new ones came. */
export function StepsCard({ growth, locale, fileOf }: CardProps) {
  const t = staffWords(locale, "growth");
  return (
    <ChartFrame
      id="steps"
      title={t("bridgeTitle")}
      note={t("bridgeNote", { currency: codeOf(growth.currency) })}
      table={stepsTable(growth, locale)}
      locale={locale}
      fileHref={fileOf("steps")}
      formula={
        <FormulaPopover
          id="steps-formula"
          keys={["earnedGrowth"]}
          definitions={growth.definitions}
        />
      }
    >
      <BarRows title={t("bridgeTitle")} rows={rowsOf(growth, locale)} />
    </ChartFrame>
  );
}

function columns({ growth, locale }: CardProps): Column<SourceDto>[] {
  const t = staffWords(locale, "growth");
  const money = { locale, currency: growth.currency };
  const scale = moneyColumn(
    growth.sources.map(({ minor }) => minor),
    growth.currency,
  );
  return [
    {
      key: "source",
      header: t("source"),
      isName: true,
      cell: ({ source }) => sourceName(source, locale),
    },
    { key: "kind", header: t("kind"), cell: (row) => kindWord(row, locale) },
    {
      key: "accounts",
      header: t("accounts"),
      align: "right",
      cell: ({ accounts }) => formatNumber(accounts, locale),
    },
    {
      key: "amount",
      header: `${t("amount")}, ${codeOf(growth.currency)}`,
      align: "right",
      cell: ({ minor }) => formatInScale(minor, scale, money),
    },
    {
      key: "share",
      header: t("share"),
      align: "right",
      cell: ({ share }) => formatPercent(share, locale),
    },
  ];
}

/** Why a source stands as not known, and what can be done about it. */
function UnknownWords({ growth, locale }: Pick<CardProps, "growth" | "locale">) {
  const t = staffWords(locale, "growth");
  const has = (name: SourceDto["source"]) =>
    growth.sources.some(({ source, accounts }) => source === name && accounts > 0);
  const words = [
    ...(has("wonBack") ? [t("wonBackWhy")] : []),
    ...(has("unknown") ? [t("notRecordedNext")] : []),
  ];
  return words.length > 0 ? <p className="mt-3 text-sm text-ink-2">{words.join(" ")}</p> : null;
}

/** New revenue by how its customers came, and how much of it is not known. */
export function SourcesCard(props: CardProps) {
  const { growth, locale, fileOf } = props;
  const t = staffWords(locale, "growth");
  return (
    <ChartFrame
      id="sources"
      title={t("sourcesTitle")}
      note={t("sourcesNote", { share: formatPercent(growth.knownShare, locale) })}
      table={sourcesTable(growth, locale)}
      locale={locale}
      fileHref={fileOf("sources")}
      isTable={growth.knownShare !== null}
    >
      {growth.knownShare === null ? (
        <p className="py-3 text-ink-2">{t("sourcesNone")}</p>
      ) : (
        <>
          <DataTable
            caption={t("sourcesTitle")}
            columns={columns(props)}
            rows={growth.sources}
            rowKey={({ source }) => source}
          />
          <UnknownWords growth={growth} locale={locale} />
        </>
      )}
    </ChartFrame>
  );
}

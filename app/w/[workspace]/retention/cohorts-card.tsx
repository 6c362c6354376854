import { ChartChoice } from "@/components/charts/chart-choice";
import { ChartFrame } from "@/components/charts/chart-frame";
import { type HeatCell, HeatTable } from "@/components/charts/heat-table";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import {
  COHORT_LENGTHS,
  COHORT_OF,
  type CohortsDto,
  type RetentionDto,
} from "@/lib/loyalty/retention.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { CardProps } from "./card-props";
import { cohortName } from "./cohort-words";
import { intervalWords, valueWords } from "./estimate-words";
import { cohortsTable } from "./more-tables";

/** From half left to all left, so that the eye sees what the numbers say. */
const PALEST = 0.4;

function strengthOf(value: number): number {
  return Math.max(0.05, Math.min(1, (value - PALEST) / (1 - PALEST)));
}

/** Of few customers it is said how many are left, and of their revenue nothing. */
function cellOf(estimate: EstimateDto, { retention, locale }: CardProps): HeatCell {
  const t = staffWords(locale, "retention");
  const { value, n } = estimate;
  const { cohorts, choices } = retention;
  if (value === null) return { strength: null, words: "" };
  if (n < cohorts.fewest) {
    if (choices.of === "revenue") return { strength: null, words: t("tooFew") };
    return { strength: null, words: t("cohorts.fewLeft", { kept: Math.round(value * n), n }) };
  }
  const interval = intervalWords(estimate, locale);
  return {
    strength: strengthOf(value),
    words: valueWords(estimate, locale),
    ...(interval ? { note: interval } : {}),
  };
}

function columnsOf({ ages }: CohortsDto, { choices }: RetentionDto, locale: string) {
  const t = staffWords(locale, "retention");
  return ages.map((months, at) => ({
    key: String(months),
    label: t(`cohorts.after.${choices.of}.${choices.cohorts}`, { count: at + 1, months }),
  }));
}

function headingOf({ retention, locale }: CardProps): string {
  const t = staffWords(locale, "retention");
  const { of } = retention.choices;
  const first = retention.cohorts.rows
    .flatMap(({ cells }) => cells.slice(0, 1))
    .filter(({ value, n }) => value !== null && n >= retention.cohorts.fewest)
    .map(({ value }) => value as number);
  if (first.length === 0) return t(`cohorts.title.${of}`);
  const [low, high] = [Math.min(...first), Math.max(...first)];
  return t(`cohorts.heading.${of}.${retention.choices.cohorts}`, {
    low: formatPercent(low, locale),
    high: formatPercent(high, locale),
    isOne: first.length === 1 || low === high ? "yes" : "no",
  });
}

function Switches({ retention, locale, hrefOf }: CardProps) {
  const t = staffWords(locale, "retention");
  const { cohorts, of } = retention.choices;
  return (
    <>
      <ChartChoice
        label={t("cohorts.ofLabel")}
        choices={COHORT_OF.map((each) => ({
          label: t(`cohorts.of.${each}`),
          href: hrefOf({ of: each }, "cohorts"),
          isCurrent: each === of,
        }))}
      />
      <ChartChoice
        label={t("cohorts.lengthLabel")}
        choices={COHORT_LENGTHS.map((each) => ({
          label: t(`cohorts.length.${each}`),
          href: hrefOf({ cohorts: each }, "cohorts"),
          isCurrent: each === cohorts,
        }))}
      />
    </>
  );
}

/** Customers by when they began, and what is left of them after so long. */
export function CohortsCard(props: CardProps) {
  const { retention, locale, fileOf } = props;
  const t = staffWords(locale, "retention");
  const { cohorts, choices } = retention;
  return (
    <ChartFrame
      id="cohorts"
      title={headingOf(props)}
      note={t("cohorts.note", { before: cohorts.before })}
      table={cohortsTable(retention, locale)}
      locale={locale}
      fileHref={fileOf("cohorts")}
      actions={<Switches {...props} />}
      formula={
        <FormulaPopover
          id="cohorts-formula"
          keys={choices.of === "revenue" ? ["cohortRevenue"] : ["cohortTable", "cohortRetention"]}
          definitions={retention.definitions}
        />
      }
    >
      {cohorts.ages.length === 0 ? (
        <p className="py-3 text-ink-2">{t("cohorts.none")}</p>
      ) : (
        <HeatTable
          caption={t(`cohorts.title.${choices.of}`)}
          corner={t("cohorts.began")}
          columns={columnsOf(cohorts, retention, locale)}
          rows={cohorts.rows.map(({ from, n, cells }) => ({
            key: from,
            label: cohortName(from, choices.cohorts),
            note: t("cohorts.customers", { n }),
            cells: cells.map((cell) => cellOf(cell, props)),
          }))}
        />
      )}
    </ChartFrame>
  );
}

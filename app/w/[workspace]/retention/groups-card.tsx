import { ChartChoice } from "@/components/charts/chart-choice";
import { ChartFrame } from "@/components/charts/chart-frame";
import { type IntervalRow, IntervalRows } from "@/components/charts/interval-rows";
import { axisTicks } from "@/lib/format/axis-ticks";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import { SPLITS } from "@/lib/loyalty/retention/split-units";
import {
  type GroupFigureDto,
  RETENTION_KINDS,
  type RetentionDto,
} from "@/lib/loyalty/retention.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { CardProps } from "./card-props";
import { intervalWords, valueWords } from "./estimate-words";
import { groupName } from "./group-words";
import { groupsTable } from "./retention-tables";

function rowOf(key: string, label: string, estimate: EstimateDto, locale: string): IntervalRow {
  const { value, low, high, n } = estimate;
  return {
    key,
    label,
    value,
    low,
    high,
    words: valueWords(estimate, locale),
    interval: intervalWords(estimate, locale),
    basis: staffWords(locale, "retention")("groups.basis", { n }),
    verdict: null,
  };
}

function verdictWords({ isReal, difference }: GroupFigureDto, locale: string): string | null {
  const t = staffWords(locale, "retention");
  if (isReal === null) return null;
  if (!isReal || difference === null) return t("groups.notReal");
  return t(difference > 0 ? "groups.above" : "groups.below");
}

function rowsOf({ byGroup, choices }: RetentionDto, locale: string): IntervalRow[] {
  const t = staffWords(locale, "retention");
  const { by, split } = choices;
  return [
    { ...rowOf("all", t("groups.all"), byGroup.all[by], locale), isReference: true },
    ...byGroup.groups.map((group) => ({
      ...rowOf(`group ${group.key}`, groupName(group, split, locale), group[by], locale),
      verdict: verdictWords(group[by], locale),
      isReal: group[by].isReal === true,
    })),
  ];
}

function headingOf(rows: readonly IntervalRow[], by: string, locale: string): string {
  const t = staffWords(locale, "retention");
  const real = rows.filter(({ isReal }) => isReal);
  return t("groups.heading", {
    by,
    count: real.length,
    names: new Intl.ListFormat(locale).format(real.slice(0, 3).map(({ label }) => label)),
    more: Math.max(0, real.length - 3),
  });
}

function Switches({ retention, locale, hrefOf }: CardProps) {
  const t = staffWords(locale, "retention");
  const { split, by } = retention.choices;
  return (
    <>
      <ChartChoice
        label={t("groups.splitLabel")}
        choices={SPLITS.map((each) => ({
          label: t(`groups.split.${each}`),
          href: hrefOf({ split: each }, "groups"),
          isCurrent: each === split,
        }))}
      />
      <ChartChoice
        label={t("groups.byLabel")}
        choices={RETENTION_KINDS.map((each) => ({
          label: t(`short.${each}`),
          href: hrefOf({ by: each }, "groups"),
          isCurrent: each === by,
        }))}
      />
    </>
  );
}

/** The groups of a split beside all accounts: which of them really keep more, or less. */
export function GroupsCard(props: CardProps) {
  const { retention, locale, fileOf } = props;
  const t = staffWords(locale, "retention");
  const { byGroup, choices } = retention;
  const rows = rowsOf(retention, locale);
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high].flatMap((at) => at ?? []));
  const all = byGroup.all[choices.by];
  const isAlone = choices.split !== "segments" && byGroup.groups.length === 1;
  return (
    <ChartFrame
      id="groups"
      title={
        isAlone || byGroup.groups.length === 0
          ? t("groups.title", { split: choices.split })
          : headingOf(rows, choices.by, locale)
      }
      note={t("groups.note")}
      table={groupsTable(retention, locale)}
      locale={locale}
      fileHref={fileOf("groups")}
      formula={
        <FormulaPopover
          id="groups-formula"
          keys={["revenueRetention", "customerRetention", "benjaminiHochberg"]}
          definitions={retention.definitions}
        />
      }
    >
      <div className="mb-2 flex flex-wrap justify-between gap-x-6 gap-y-1">
        <Switches {...props} />
      </div>
      {byGroup.groups.length === 0 || isAlone ? (
        <p className="py-3 text-ink-2">
          {isAlone ? t("groups.onlyOne") : t(`groups.none.${choices.split}`)}
        </p>
      ) : (
        <IntervalRows
          title={t(`groups.title`, { split: choices.split })}
          rows={rows}
          ticks={axisTicks(ends).map((at) => ({ at, label: formatPercent(at, locale) }))}
          reference={
            all.value === null
              ? undefined
              : { at: all.value, label: t("groups.allAt", { value: valueWords(all, locale) }) }
          }
        />
      )}
    </ChartFrame>
  );
}

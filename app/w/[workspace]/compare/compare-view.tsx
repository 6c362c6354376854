import { ChartFrame } from "@/components/charts/chart-frame";
import { type IntervalRow, IntervalRows } from "@/components/charts/interval-rows";
import { FilterBar } from "@/components/layout/filter-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { axisTicks } from "@/lib/format/axis-ticks";
import { formatClose } from "@/lib/format/date";
import { moneyTicks } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { ComparedGroupDto, ComparisonDto } from "@/lib/loyalty/comparison.types";
import type { TileDto } from "@/lib/loyalty/figures.types";
import { measureName, shortHelpSentence } from "@/lib/loyalty/measure-names";
import { SPLITS } from "@/lib/loyalty/retention/split-units";
import { DoubtLine } from "../_loyalty/doubt-line";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { NextStep } from "../_loyalty/next-step";
import { withQuery, workspacePath } from "../_loyalty/paths";
import { currencySelect, ShownIn } from "../_loyalty/shown-in";
import { basisWords, inUnit, tileInterval, tileValue } from "../_loyalty/words/measure-words";
import type { ReadAs } from "../_loyalty/words/read-as";
import { tableHref } from "../_report/table-href";
import { groupName } from "../retention/group-words";
import { periodQuery } from "../retention/retention-address";
import { groupsTable } from "./compare-tables";

type CompareViewProps = { comparison: ComparisonDto; locale: string; workspace: string };

function rowOf(key: string, label: string, tile: TileDto | null, as: ReadAs): IntervalRow {
  const t = staffWords(as.locale, "compare");
  const none = tile?.help ? shortHelpSentence(tile.help, as.locale) : t("noFigure");
  return {
    key,
    label,
    value: tile?.value ?? null,
    low: tile?.interval?.low ?? null,
    high: tile?.interval?.high ?? null,
    words: tile === null ? t("noFigure") : (tileValue(tile, as) ?? t("tooFew")),
    interval: tile === null ? null : tileInterval(tile, as),
    basis: tile === null || tile.value === null ? none : basisWords({ ...tile, mover: null }, as),
    verdict: null,
  };
}

function verdictOf({ isReal, difference }: ComparedGroupDto, locale: string): string | null {
  const t = staffWords(locale, "compare");
  if (isReal === null) return null;
  if (!isReal || difference === null) return t("notReal");
  return t(difference > 0 ? "above" : "below");
}

function rowsOf(comparison: ComparisonDto, workspace: string, as: ReadAs): IntervalRow[] {
  const { all, groups, split } = comparison;
  const t = staffWords(as.locale, "compare");
  const overview = (segment: string | null) =>
    split === "segments" ? withQuery(workspacePath(workspace, "overview"), { segment }) : undefined;
  return [
    { ...rowOf("all", t("all"), all, as), isReference: true },
    ...groups.map((group) => ({
      ...rowOf(`group ${group.key}`, groupName(group, split, as.locale), group.tile, as),
      href: overview(group.key),
      verdict: verdictOf(group, as.locale),
      isReal: group.isReal === true,
    })),
  ];
}

/** What is said first: which groups really differ, or that none does; nothing where there are none. */
function headlineOf({ measure, groups, split }: ComparisonDto, locale: string): string {
  const t = staffWords(locale, "compare");
  if (groups.length === 0) return t("title");
  const real = groups.filter(({ isReal }) => isReal === true);
  const names = real.slice(0, 3).map((group) => groupName(group, split, locale));
  return t("headline", {
    measure: measureName(measure, locale),
    count: real.length,
    names: new Intl.ListFormat(locale).format(names),
    more: Math.max(0, real.length - 3),
  });
}

function Filters({ comparison, locale, workspace }: CompareViewProps) {
  const t = staffWords(locale, "compare");
  const filterWords = staffWords(locale, "loyalty");
  const { filter, measure, measures, split } = comparison;
  const [newest] = filter.dates;
  return (
    <FilterBar
      action={workspacePath(workspace, "compare")}
      selects={[
        {
          name: "measure",
          label: t("measure"),
          value: measure,
          options: measures.map((key) => ({ value: key, label: measureName(key, locale) })),
        },
        {
          name: "split",
          label: t("by"),
          value: split,
          options: SPLITS.map((each) => ({ value: each, label: t(`split.${each}`) })),
        },
        {
          name: "owner",
          label: filterWords("filter.owner"),
          value: filter.owner?.id ?? "",
          options: [
            { value: "", label: filterWords("filter.everyone") },
            ...filter.owners.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          name: "asOf",
          label: filterWords("filter.asOf"),
          value: filter.asOf === newest ? "" : filter.asOf,
          options: filter.dates.map((date) => ({
            value: date === newest ? "" : date,
            label: formatClose(date, locale),
          })),
        },
        ...currencySelect(filter, filterWords("filter.currency")),
      ]}
    />
  );
}

export function CompareView(props: CompareViewProps) {
  const { comparison, locale, workspace } = props;
  const t = staffWords(locale, "compare");
  const { filter, currency, measure, split, all, groups } = comparison;
  const as: ReadAs = { locale, currency, asOf: filter.asOf };
  const rows = rowsOf(comparison, workspace, as);
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high].flatMap((at) => at ?? []));
  const unit = all?.unit ?? "score";
  const fileOf = tableHref(workspace, "compare", { ...periodQuery(filter), measure, split });
  return (
    <>
      <div className="mb-5">
        <Filters {...props} />
        <ShownIn filter={filter} locale={locale} />
      </div>
      <PageHeader
        title={headlineOf(comparison, locale)}
        parts={t("note")}
        doubt={
          <DoubtLine freshness={comparison.freshness} coverage={comparison.coverage} as={as} />
        }
      />
      {groups.length === 0 ? (
        <EmptyState title={t("noneTitle")} action={<NextStep workspace={workspace} to="segment" />}>
          {t("noneNext")}
        </EmptyState>
      ) : (
        <ChartFrame
          id="groups"
          title={t("tableTitle", { measure: measureName(measure, locale) })}
          table={groupsTable(comparison, locale)}
          locale={locale}
          fileHref={fileOf("groups")}
          formula={
            <FormulaPopover
              id="groups-formula"
              keys={[comparison.definitionKey ?? "", "intervalDifference", "benjaminiHochberg"]}
              definitions={comparison.definitions}
            />
          }
        >
          <IntervalRows
            title={t("tableTitle", { measure: measureName(measure, locale) })}
            rows={rows}
            ticks={(unit === "money" ? moneyTicks(ends, currency) : axisTicks(ends)).map((at) => ({
              at,
              label: inUnit(at, unit, as, 0),
            }))}
            reference={
              all === null || all.value === null
                ? undefined
                : { at: all.value, label: t("allAt", { value: tileValue(all, as) ?? "" }) }
            }
          />
        </ChartFrame>
      )}
    </>
  );
}

import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SeriesChart, type SeriesPoint } from "@/components/charts/series-chart";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { axisTicks } from "@/lib/format/axis-ticks";
import { dayNumber } from "@/lib/format/calendar";
import { formatClose } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPart, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { CoveragePageDto } from "@/lib/loyalty/coverage.types";
import type { PileDto } from "@/lib/loyalty/figures.types";
import { DoubtLine } from "../_loyalty/doubt-line";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { NextStep } from "../_loyalty/next-step";
import { withQuery, workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import type { ReadAs } from "../_loyalty/words/read-as";
import { filterQuery } from "../_report/filter-query";
import { tableHref } from "../_report/table-href";
import { NoSignerList, NotAskedList, OneRelationshipList, SilentList } from "./coverage-lists";
import { gapsTable, quietTable, SHARES, sharesTable } from "./coverage-tables";

type CoverageViewProps = { page: CoveragePageDto; locale: string; workspace: string };
type PartProps = {
  page: CoveragePageDto;
  as: ReadAs;
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
};

const TONES = {
  asked: "control",
  heard: "accent",
  signerHeard: "state-latent",
  known: "state-passive",
} as const;

function headlineOf({ coverage, activeAccounts, silent, notAsked }: CoveragePageDto, as: ReadAs) {
  const t = staffWords(as.locale, "coverage");
  if (activeAccounts === 0) return { title: t("headline.none"), parts: null };
  const parts = t("parts.quiet", {
    notAsked: formatMoney(notAsked.revenueMinor, as),
    silent: formatMoney(silent.revenueMinor, as),
  });
  if (coverage.heard.accounts === 0) return { title: t("headline.nobody"), parts };
  const percent = ({ share }: PileDto) => formatPercent(share, as.locale);
  const title = t("headline.heard", {
    heard: percent(coverage.heard),
    signers: percent(coverage.signerHeard),
  });
  return { title, parts };
}

function pileWords({ accounts, revenueMinor }: PileDto, as: ReadAs): string {
  return staffWords(as.locale, "coverage")("shares.pile", {
    amount: formatMoney(revenueMinor, as),
    count: accounts,
  });
}

function pileRow(
  row: { key: string; label: string; tone: string },
  pile: PileDto,
  as: ReadAs,
): BarRow {
  const words = formatPart(pile.share, as.locale);
  return { ...row, note: pileWords(pile, as), to: pile.share, words };
}

function seriesPoints({ points }: CoveragePageDto, locale: string): SeriesPoint[] {
  return points.map((point) => ({
    at: dayNumber(point.day),
    label: formatClose(point.day, locale),
    values: Object.fromEntries(
      SHARES.map((key) => [key, { value: point[key], words: formatPercent(point[key], locale) }]),
    ),
  }));
}

function SharesCard({ page, as, fileOf }: PartProps) {
  const t = staffWords(as.locale, "coverage");
  const points = seriesPoints(page, as.locale);
  const all = page.points.flatMap((point) => SHARES.flatMap((key) => point[key] ?? []));
  return (
    <ChartFrame
      id="shares"
      title={t("shares.title")}
      note={t("shares.note")}
      table={sharesTable(page, as.locale)}
      locale={as.locale}
      fileHref={fileOf("shares")}
      formula={
        <FormulaPopover id="shares-formula" keys={["hearing"]} definitions={page.definitions} />
      }
    >
      <div className="grid gap-6 xl:grid-cols-2">
        <BarRows
          title={t("shares.title")}
          rows={SHARES.map((key) =>
            pileRow({ key, label: t(`shares.${key}`), tone: TONES[key] }, page.coverage[key], as),
          )}
        />
        {points.length < 2 ? null : (
          <SeriesChart
            title={t("shares.title")}
            series={SHARES.map((key) => ({
              key,
              label: t(`shares.${key}`),
              tone: TONES[key],
              isDashed: key === "asked",
            }))}
            points={points}
            xTicks={points.map(({ at, label }) => ({ at, label }))}
            yTicks={axisTicks([0, ...all]).map((at) => ({
              at,
              label: formatPercent(at, as.locale),
            }))}
            height={220}
          />
        )}
      </div>
    </ChartFrame>
  );
}

function GapsCard({ page, as, fileOf, rolesHref }: PartProps & { rolesHref: string }) {
  const t = staffWords(as.locale, "coverage");
  return (
    <ChartFrame
      id="gaps"
      title={t("gaps.title")}
      note={t("gaps.note")}
      table={gapsTable(page, as.locale)}
      locale={as.locale}
      fileHref={fileOf("gaps")}
      actions={
        <Link href={rolesHref} className="text-sm underline hover:text-ink">
          {t("gaps.roles")}
        </Link>
      }
    >
      <BarRows
        title={t("gaps.title")}
        rows={page.roleGaps.map((gap) =>
          pileRow({ key: gap.key, label: t(`gaps.${gap.key}`), tone: "state-not-known" }, gap, as),
        )}
      />
    </ChartFrame>
  );
}

function QuietCard({ page, as, fileOf }: PartProps) {
  const t = staffWords(as.locale, "coverage");
  return (
    <ChartFrame
      id="quiet"
      title={t("quiet.title")}
      note={t("quiet.note")}
      table={quietTable(page, as.locale)}
      locale={as.locale}
      fileHref={fileOf("quiet")}
    >
      <BarRows
        title={t("quiet.title")}
        rows={page.quiet.map((band) =>
          pileRow({ key: band.key, label: t(`quiet.${band.key}`), tone: "accent" }, band, as),
        )}
      />
    </ChartFrame>
  );
}

export function CoverageView({ page, locale, workspace }: CoverageViewProps) {
  const { filter } = page;
  const words = staffWords(locale, "coverage");
  const as: ReadAs = { locale, currency: page.currency, asOf: filter.asOf };
  const path = workspacePath(workspace, "coverage");
  const view = filterQuery(filter);
  const fileOf = tableHref(workspace, "coverage", view);
  const headline = headlineOf(page, as);
  const part = { page, as, fileOf };
  const lists = {
    ...part,
    workspace,
    pageHref: (list: string, at: number) =>
      `${withQuery(path, { ...view, list, page: at === 1 ? null : String(at) })}#${list}`,
  };
  return (
    <>
      <div className="mb-5">
        <PeriodFilter filter={filter} action={path} locale={locale} />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={<DoubtLine freshness={page.freshness} coverage={page.coverage} as={as} />}
      />
      {page.activeAccounts === 0 ? (
        <EmptyState
          title={words("parts.none")}
          action={<NextStep workspace={workspace} to="import" />}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <SharesCard {...part} />
          <NotAskedList {...lists} />
          <SilentList {...lists} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <GapsCard {...part} rolesHref={workspacePath(workspace, "accounts/roles")} />
            <QuietCard {...part} />
          </div>
          <NoSignerList {...lists} />
          <OneRelationshipList {...lists} />
        </div>
      )}
    </>
  );
}

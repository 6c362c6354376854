import { ClientWords } from "@/components/layout/client-words";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { staffWords } from "@/lib/i18n/staff-words";
import type { OverviewDto } from "@/lib/loyalty/overview.types";
import { filterQuery } from "../_report/filter-query";
import { AdvantageNotice } from "./advantage-notice";
import { CutsTable } from "./cuts-table";
import { DoubtLine } from "./doubt-line";
import { Grow } from "./grow";
import { placeQuery } from "./map-address";
import { MapCard } from "./map-card";
import { MapChooser } from "./map-chooser";
import { NextStep } from "./next-step";
import { namedOnly, withQuery, workspacePath } from "./paths";
import { PeriodFilter } from "./period-filter";
import { RevenueByState } from "./revenue-by-state";
import { Tiles } from "./tiles";
import { headlineWords, movementWords } from "./words/headline-words";
import type { ReadAs } from "./words/read-as";
import { Worklist } from "./worklist";

type OverviewViewProps = {
  overview: OverviewDto;
  locale: string;
  workspace: string;
  canMakeSegment: boolean;
  canLog: boolean;
};

/** A new workspace leads to where its customers come from, an empty filter to all of them. */
function NothingYet({
  overview,
  locale,
  workspace,
}: Pick<OverviewViewProps, "overview" | "locale" | "workspace">) {
  const { headline } = overview;
  if (headline.kind !== "nothingYet") return null;
  const t = staffWords(locale, "loyalty");
  const { segment, owner } = overview.filter;
  if (segment !== null || owner !== null)
    return (
      <LinkButton kind="primary" href={workspacePath(workspace, "overview")}>
        {t("next.all")}
      </LinkButton>
    );
  const action = <NextStep workspace={workspace} to="import" />;
  return <EmptyState title={t("accounts.noneText")} action={action} />;
}

export function OverviewView(props: OverviewViewProps) {
  const { overview, locale, workspace, canMakeSegment, canLog } = props;
  const { filter, headline, currency } = overview;
  const as: ReadAs = { locale, currency, asOf: filter.asOf };
  const words = headlineWords(headline, as);
  const chosen = { segment: filter.segment?.id, owner: filter.owner?.id };
  const view = { ...filterQuery(filter), asOf: filter.asOf, compareTo: filter.compareTo };
  const accounts = (query: Record<string, string | undefined>) =>
    withQuery(workspacePath(workspace, "accounts"), { ...chosen, ...query });
  const newSegment = (query: Record<string, string>) =>
    withQuery(workspacePath(workspace, "segments/new"), { ...chosen, ...query });
  const path = workspacePath(workspace, "overview");
  const { chosen: onMap } = overview;
  const place = placeQuery(onMap?.place ?? null);
  const overviewPath = (more: Record<string, string>, anchor: string) =>
    `${withQuery(path, { ...view, ...place, ...more })}#${anchor}`;
  const asOf = filter.asOf === filter.dates[0] ? undefined : filter.asOf;
  const choice = { chosen: onMap, path, query: namedOnly({ ...view, asOf }) };
  return (
    <>
      <div className="mb-5">
        <PeriodFilter filter={filter} action={path} locale={locale} kept={place} />
      </div>
      <PageHeader
        title={words.title}
        parts={words.parts}
        doubt={<DoubtLine freshness={overview.freshness} coverage={overview.coverage} as={as} />}
      />
      <AdvantageNotice overview={overview} locale={locale} workspace={workspace} />
      {overview.activeAccounts === 0 ? (
        <NothingYet overview={overview} locale={locale} workspace={workspace} />
      ) : (
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)] print:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
            <ClientWords areas={["chart"]}>
              <MapCard
                map={overview.map}
                as={as}
                workspace={workspace}
                definitions={overview.definitions}
                movement={movementWords(overview.movement, as)}
                accountsHref={accounts({})}
                cutsHref={overviewPath({ cuts: "all" }, "map")}
                choice={choice}
                chooser={
                  <MapChooser
                    {...choice}
                    as={as}
                    accountsHref={accounts}
                    segmentHref={canMakeSegment ? newSegment : null}
                    isEarlier={filter.asOf !== filter.dates[0]}
                  />
                }
              >
                {overview.cuts ? (
                  <CutsTable cuts={overview.cuts} states={overview.states} as={as} />
                ) : null}
              </MapCard>
            </ClientWords>
            <RevenueByState
              states={overview.states}
              keepsComing={overview.keepsComing}
              runningMinor={overview.runningMinor}
              as={as}
              stateHref={(state) => accounts({ state })}
            />
          </div>
          <Tiles
            tiles={overview.tiles}
            moreTiles={overview.moreTiles}
            hidden={overview.hidden}
            definitions={overview.definitions}
            bothWays={overview.bothWays}
            as={as}
            workspace={workspace}
          />
          <Worklist
            worklist={overview.worklist}
            as={as}
            workspace={workspace}
            moreHref={overviewPath({ worklist: "all" }, "worklist")}
            hasOwners
            canLog={canLog}
          />
          <Grow
            grow={overview.grow}
            as={as}
            workspace={workspace}
            definitions={overview.definitions}
            moreHref={overviewPath({ grow: "all" }, "grow")}
          />
        </div>
      )}
    </>
  );
}

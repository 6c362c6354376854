import { useTranslations } from "next-intl";
import { ClientWords } from "@/components/layout/client-words";
import { FilterBar } from "@/components/layout/filter-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import { DoubtLine } from "./doubt-line";
import { Grow } from "./grow";
import { MapCard } from "./map-card";
import { NextStep } from "./next-step";
import { withQuery, workspacePath } from "./paths";
import { Answers, Decisions } from "./portfolio-lists";
import { FollowUps, Quiet, SinceLastVisit, Thanks, WeeksAsks } from "./portfolio-news";
import { RevenueByState } from "./revenue-by-state";
import { portfolioWords } from "./words/portfolio-words";
import type { ReadAs } from "./words/read-as";
import { Worklist } from "./worklist";

type PortfolioViewProps = {
  portfolio: PortfolioDto;
  locale: string;
  workspace: string;
  /** The reader's own employee row: an owner starts with the own accounts, others with everybody's. */
  ownId: string | null;
  canLog: boolean;
};

export function PortfolioView(props: PortfolioViewProps) {
  const { portfolio, locale, workspace, ownId, canLog } = props;
  const t = useTranslations("loyalty");
  const isOwner = portfolio.owners.some(({ id }) => id === ownId);
  const as: ReadAs = {
    locale,
    currency: portfolio.currency,
    asOf: portfolio.freshness.asOf,
  };
  const words = portfolioWords(portfolio, as);
  const part = { portfolio, as, workspace };
  const accounts = (query: Record<string, string>) =>
    withQuery(workspacePath(workspace, "accounts"), { owner: portfolio.owner?.id, ...query });
  return (
    <>
      <div className="mb-5">
        <FilterBar
          action={workspacePath(workspace, "portfolio")}
          selects={[
            {
              name: "owner",
              label: t("filter.owner"),
              value: portfolio.owner?.id ?? "",
              options: [
                ...(isOwner ? [] : [{ value: "", label: t("filter.everyone") }]),
                ...portfolio.owners.map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
          ]}
        />
      </div>
      <PageHeader
        title={words.title}
        parts={words.parts}
        doubt={<DoubtLine freshness={portfolio.freshness} coverage={portfolio.coverage} as={as} />}
      />
      {portfolio.activeAccounts === 0 ? (
        <EmptyState
          title={t("portfolio.emptyTitle")}
          action={<NextStep workspace={workspace} to="import" />}
        >
          {t("portfolio.emptyText")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <Worklist
            worklist={portfolio.worklist}
            as={as}
            workspace={workspace}
            moreHref={`${withQuery(workspacePath(workspace, "portfolio"), {
              owner: portfolio.owner?.id,
              worklist: "all",
            })}#worklist`}
            hasOwners={portfolio.isEveryone}
            canLog={canLog}
          />
          <SinceLastVisit {...part} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Decisions {...part} />
            <FollowUps {...part} canLog={canLog} />
          </div>
          <Quiet {...part} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Thanks {...part} canLog={canLog} />
            <Answers {...part} />
          </div>
          <WeeksAsks {...part} />
          <Grow
            grow={portfolio.grow}
            as={as}
            workspace={workspace}
            definitions={portfolio.definitions}
            moreHref={`${withQuery(workspacePath(workspace, "portfolio"), {
              owner: portfolio.owner?.id,
              grow: "all",
            })}#grow`}
          />
          <div className="grid gap-4 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)] print:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
            <ClientWords areas={["chart"]}>
              <MapCard
                map={portfolio.map}
                as={as}
                workspace={workspace}
                definitions={portfolio.definitions}
                accountsHref={accounts({})}
              />
            </ClientWords>
            <RevenueByState
              states={portfolio.states}
              keepsComing={null}
              runningMinor={portfolio.runningMinor}
              as={as}
              stateHref={(state) => accounts({ state })}
            />
          </div>
        </div>
      )}
    </>
  );
}

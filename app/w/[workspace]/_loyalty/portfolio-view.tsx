import Link from "next/link";
import { FilterBar } from "@/components/layout/filter-bar";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay, formatDaysLeft } from "@/lib/format/date";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import { DoubtLine } from "./doubt-line";
import { MapCard } from "./map-card";
import { accountPath, withQuery, workspacePath } from "./paths";
import { RevenueByState } from "./revenue-by-state";
import { ROLE_WORDS } from "./words/answer-words";
import { portfolioWords } from "./words/portfolio-words";
import type { ReadAs } from "./words/read-as";
import { VERDICT_WORDS } from "./words/signal-words";
import { Worklist } from "./worklist";

type PortfolioViewProps = {
  portfolio: PortfolioDto;
  locale: string;
  workspace: string;
  /** The reader's own employee row: an owner starts with the own accounts, others with everybody's. */
  ownId: string | null;
};
type PartProps = { portfolio: PortfolioDto; as: ReadAs; workspace: string };

const LINK = "font-semibold hover:underline";

function Decisions({ portfolio, as, workspace }: PartProps) {
  const { decisions } = portfolio;
  const scale = moneyColumn(
    decisions.map((decision) => decision.contractMinor),
    as.currency,
  );
  return (
    <Card
      id="decisions"
      title="Decisions ahead"
      note="Last day to decide within 180 days, soonest first"
    >
      {decisions.length === 0 ? (
        <p className="text-ink-2">No contract is decided within 180 days.</p>
      ) : (
        <ul>
          {decisions.map((decision) => (
            <li
              key={`${decision.account.id}:${decision.decisionOn}`}
              className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2 last:border-b-0"
            >
              <Link href={accountPath(workspace, decision.account.id)} className={LINK}>
                {decision.account.name}
              </Link>
              <span className="text-right">{formatInScale(decision.contractMinor, scale, as)}</span>
              <span className="text-sm text-ink-2">
                {formatDay(decision.decisionOn, as.locale, as.asOf)},{" "}
                {formatDaysLeft(decision.daysLeft)}
                {decision.renewsOn
                  ? ` · renews ${formatDay(decision.renewsOn, as.locale, as.asOf)}`
                  : ""}
              </span>
              <span className="text-right text-sm text-ink-2">
                signal: {VERDICT_WORDS[decision.signal]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Answers({ portfolio, as, workspace }: PartProps) {
  const { answers } = portfolio;
  return (
    <Card id="answers" title="Newest answers" note="Confirmed by the person who answered">
      {answers.length === 0 ? (
        <p className="text-ink-2">
          No answer yet. They appear here a moment after somebody presses Send.
        </p>
      ) : (
        <ul>
          {answers.map((answer) => (
            <li
              key={`${answer.account.id}:${answer.on}:${answer.personName}:${answer.question}`}
              className="border-b border-line py-2 last:border-b-0"
            >
              <div className="flex justify-between gap-4">
                <Link href={accountPath(workspace, answer.account.id)} className={LINK}>
                  {answer.account.name}
                </Link>
                <span className="whitespace-nowrap">
                  {answer.question === "nps" ? "NPS" : "CSat"}{" "}
                  <b className="font-semibold">{answer.value}</b> of {answer.scaleMax}
                </span>
              </div>
              <p className="text-sm text-ink-2">
                {[
                  answer.personName,
                  answer.role ? ROLE_WORDS[answer.role] : null,
                  formatDay(answer.on, as.locale, as.asOf),
                ]
                  .filter(Boolean)
                  .join(", ")}
              </p>
              {answer.comment ? <p className="text-sm">“{answer.comment}”</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function PortfolioView({ portfolio, locale, workspace, ownId }: PortfolioViewProps) {
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
              label: "Owner",
              value: portfolio.owner?.id ?? "",
              options: [
                ...(isOwner ? [] : [{ value: "", label: "Everyone" }]),
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
        <EmptyState title="There is nothing to look after yet.">
          Accounts come here when an owner is set, by import or on the account.
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
          />
          <div className="grid gap-4 lg:grid-cols-2">
            <Decisions {...part} />
            <Answers {...part} />
          </div>
          <div className="grid gap-4 xl:grid-cols-[minmax(0,1.75fr)_minmax(0,1fr)]">
            <MapCard
              map={portfolio.map}
              as={as}
              workspace={workspace}
              definitions={portfolio.definitions}
              accountsHref={accounts({})}
            />
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

import type { ReactNode } from "react";
import { HistoryChart } from "@/components/charts/history-chart";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords, TAG_WORDS } from "@/components/metrics/state-words";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay, formatMonth } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPercent, formatScore } from "@/lib/format/number";
import type { AccountDto, TimelineKind } from "@/lib/loyalty/account-page.types";
import { accountPath, workspacePath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { lossShareWords } from "../../../_loyalty/words/worklist-words";
import { AccountPanel, type OpenPanel, type Rights } from "./account-panel";
import { ContractsCard } from "./contracts-card";
import { FactsCard } from "./facts-card";
import { headSentence } from "./head-words";
import { PeopleCard } from "./people-card";
import { RenewalCard } from "./renewal-card";
import { AttitudeCard, BehaviourCard } from "./score-cards";
import { TimelineCard } from "./timeline-card";

type AccountViewProps = {
  account: AccountDto;
  locale: string;
  workspace: string;
  today: string;
  kind: TimelineKind | null;
  rights: Rights;
  panel: OpenPanel | null;
};

type PartProps = { account: AccountDto; as: ReadAs };

function Strong({ children }: { children: ReactNode }) {
  return <b className="font-semibold text-ink">{children}</b>;
}

function Parts({ account, as }: PartProps) {
  const { facts } = account;
  const about = [facts.industry, facts.country, facts.sizeBand ? `${facts.sizeBand} people` : null];
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span>{account.name}</span>
      {account.state ? (
        <StateDot state={account.state.state}>
          <Strong>{stateInWords(account.state)}</Strong>
        </StateDot>
      ) : (
        <Strong>
          {account.lostOn ? `Lost ${formatDay(account.lostOn, as.locale, as.asOf)}` : "Not active"}
        </Strong>
      )}
      <span>{about.filter(Boolean).join(", ")}</span>
      {account.tags
        .filter((tag) => tag !== "boundUntil")
        .map((tag) => (
          <Badge key={tag}>{TAG_WORDS[tag]}</Badge>
        ))}
    </span>
  );
}

function Doubt({ account, as }: PartProps) {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const line = account.worklistLine;
  return (
    <>
      <span>
        running revenue <Strong>{formatMoney(account.runningMinor, as)}</Strong>
        {account.shareOfAll === null
          ? ""
          : ` (${formatPercent(account.shareOfAll, as.locale, 1)} of all)`}
      </span>
      {line ? (
        <span title={lossShareWords(line, as.locale)}>
          at risk <Strong>{formatMoney(line.atRiskMinor, as)}</Strong>
        </span>
      ) : null}
      <span>
        owner <Strong>{account.owner?.name ?? "nobody"}</Strong>
        {account.ownerSince ? ` since ${day(account.ownerSince)}` : ""}
      </span>
      <span>
        last heard <Strong>{account.lastHeardOn ? day(account.lastHeardOn) : "never"}</Strong>
      </span>
      {account.sleepsUntil ? (
        <span>
          next step <Strong>{day(account.sleepsUntil)}</Strong>
        </span>
      ) : null}
      {account.withoutRate ? (
        <span>
          <Strong>an exchange rate is missing</Strong>, so its revenue is not known
        </span>
      ) : null}
    </>
  );
}

function History({ account, as }: PartProps) {
  const known = account.history.filter(
    (month) => month.behaviour !== null || month.attitude !== null,
  );
  if (known.length < 3) return null;
  return (
    <Card
      id="history"
      title="Month by month"
      note="Behaviour and attitude at each month’s close; above the line is yes"
    >
      <HistoryChart
        points={account.history.map((month) => ({
          month: month.month,
          label: formatMonth(`${month.month.slice(0, 7)}-01`, as.locale),
          behaviour: month.behaviour,
          attitude: month.attitude,
          behaviourWords: formatScore(month.behaviour, as.locale),
          attitudeWords: formatScore(month.attitude, as.locale),
        }))}
        line={0.5}
      />
    </Card>
  );
}

export function AccountView(props: AccountViewProps) {
  const { account, workspace, rights, panel } = props;
  const as: ReadAs = { locale: props.locale, currency: account.currency, asOf: account.asOf };
  const path = accountPath(workspace, account.id);
  const part = { account, as };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: "Accounts", href: workspacePath(workspace, "accounts") },
          { label: account.name },
        ]}
        actions={
          <>
            {rights.canEdit ? (
              <LinkButton href={`${path}?edit=account#edit`}>Edit</LinkButton>
            ) : null}
            {rights.canLog ? (
              <LinkButton kind="primary" href={`${path}?log=call#log`}>
                Log a call
              </LinkButton>
            ) : null}
          </>
        }
        title={headSentence(account.head, as) || account.name}
        parts={<Parts {...part} />}
        doubt={<Doubt {...part} />}
      />
      <div className="flex flex-col gap-4">
        {panel ? (
          <AccountPanel
            panel={panel}
            account={account}
            rights={rights}
            workspace={workspace}
            today={props.today}
          />
        ) : null}
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          <BehaviourCard {...part} />
          <AttitudeCard {...part} />
          <RenewalCard {...part} />
        </div>
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <PeopleCard {...part} path={path} canEdit={rights.canEdit} />
            <ContractsCard {...part} />
            <History {...part} />
            <FactsCard {...part} workspace={workspace} />
          </div>
          <TimelineCard
            timeline={account.timeline}
            kind={props.kind}
            path={path}
            workspace={workspace}
            as={as}
          />
        </div>
      </div>
    </>
  );
}

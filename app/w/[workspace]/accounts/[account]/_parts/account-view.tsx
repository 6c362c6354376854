import { useTranslations } from "next-intl";
import { HistoryChart } from "@/components/charts/history-chart";
import { ClientWords } from "@/components/layout/client-words";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords, tagWord } from "@/components/metrics/state-words";
import { Badge } from "@/components/ui/badge";
import { bold } from "@/components/ui/bold";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { countryName } from "@/lib/format/country-name";
import { formatDay, formatMonth } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPercent, formatScore } from "@/lib/format/number";
import type { AccountDto, TimelineKind } from "@/lib/loyalty/account-page.types";
import { accountPath, workspacePath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { lossShareWords } from "../../../_loyalty/words/worklist-words";
import { AccountPanel, type OpenPanel, type Rights } from "./account-panel";
import { ProductsCard, PurchasesCard } from "./buying-cards";
import { CasesCard } from "./cases-card";
import { ContractsCard } from "./contracts-card";
import { FactsCard } from "./facts-card";
import { FamilyCard } from "./family-card";
import { headSentence } from "./head-words";
import { MergesCard } from "./merges-card";
import { PeopleCard } from "./people-card";
import { PromisesCard } from "./promises-card";
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

function Parts({ account, as }: PartProps) {
  const t = useTranslations("account.parts");
  const { facts } = account;
  const band = facts.sizeBand;
  const country = facts.country ? countryName(facts.country, as.locale) : null;
  const about = [facts.industry, country, band ? t("people", { band }) : null];
  const gone = account.lostOn
    ? t("lost", { date: formatDay(account.lostOn, as.locale, as.asOf) })
    : t("notActive");
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span>{account.name}</span>
      {account.state ? (
        <StateDot state={account.state.state}>
          {bold(stateInWords(account.state, as.locale))}
        </StateDot>
      ) : (
        bold(gone)
      )}
      <span>{about.filter(Boolean).join(", ")}</span>
      {account.tags
        .filter((tag) => tag !== "boundUntil")
        .map((tag) => (
          <Badge key={tag}>{tagWord(tag, as.locale)}</Badge>
        ))}
    </span>
  );
}

function Doubt({ account, as }: PartProps) {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const t = useTranslations("account.doubt");
  const line = account.worklistLine;
  const amount = formatMoney(account.runningMinor, as);
  const { shareOfAll } = account;
  const name = account.owner?.name ?? t("nobody");
  return (
    <>
      <span>
        {shareOfAll === null
          ? t.rich("running", { b: bold, amount })
          : t.rich("runningShare", {
              b: bold,
              amount,
              share: formatPercent(shareOfAll, as.locale, 1),
            })}
      </span>
      {line ? (
        <span title={lossShareWords(line, as.locale)}>
          {t.rich("atRisk", { b: bold, amount: formatMoney(line.atRiskMinor, as) })}
        </span>
      ) : null}
      <span>
        {account.ownerSince
          ? t.rich("ownerSince", { b: bold, name, date: day(account.ownerSince) })
          : t.rich("owner", { b: bold, name })}
      </span>
      <span>
        {account.lastHeardOn
          ? t.rich("lastHeard", { b: bold, date: day(account.lastHeardOn) })
          : t.rich("neverHeard", { b: bold })}
      </span>
      {account.sleepsUntil ? (
        <span>{t.rich("nextStep", { b: bold, date: day(account.sleepsUntil) })}</span>
      ) : null}
      {account.withoutRate ? <span>{t.rich("withoutRate", { b: bold })}</span> : null}
    </>
  );
}

function History({ account, as }: PartProps) {
  const t = useTranslations("account.history");
  const known = account.history.filter(
    (month) => month.behaviour !== null || month.attitude !== null,
  );
  if (known.length < 3) return null;
  return (
    <Card id="history" title={t("title")} note={t("note")}>
      <ClientWords areas={["chart"]}>
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
      </ClientWords>
    </Card>
  );
}

export function AccountView(props: AccountViewProps) {
  const t = useTranslations("account.title");
  const review = useTranslations("review");
  const { account, workspace, rights, panel } = props;
  const as: ReadAs = { locale: props.locale, currency: account.currency, asOf: account.asOf };
  const path = accountPath(workspace, account.id);
  const part = { account, as };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("accounts"), href: workspacePath(workspace, "accounts") },
          { label: account.name },
        ]}
        actions={
          <>
            <LinkButton href={`${path}/review`}>{review("open")}</LinkButton>
            {rights.canEdit ? (
              <LinkButton href={`${path}?edit=account#edit`}>{t("edit")}</LinkButton>
            ) : null}
            {rights.canLog ? (
              <LinkButton kind="primary" href={`${path}?log=call#log`}>
                {t("logCall")}
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
          <RenewalCard {...part} path={path} canLog={rights.canLog} />
        </div>
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <PeopleCard {...part} path={path} canEdit={rights.canEdit} />
            <ContractsCard {...part} path={path} canLog={rights.canLog} />
            <PromisesCard {...part} path={path} workspace={workspace} canLog={rights.canLog} />
            <CasesCard {...part} path={path} workspace={workspace} canLog={rights.canLog} />
            <ProductsCard {...part} path={path} canLog={rights.canLog} />
            <PurchasesCard {...part} />
            <FamilyCard {...part} workspace={workspace} />
            <History {...part} />
            <FactsCard {...part} workspace={workspace} />
            <MergesCard {...part} path={path} workspace={workspace} canMerge={rights.canMerge} />
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

import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { RetentionDto } from "@/lib/loyalty/retention.types";
import { DoubtLine } from "../_loyalty/doubt-line";
import { NextStep } from "../_loyalty/next-step";
import { workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import { Tiles } from "../_loyalty/tiles";
import type { ReadAs } from "../_loyalty/words/read-as";
import { tableHref } from "../_report/table-href";
import { BridgeCard } from "./bridge-card";
import { ChurnCard } from "./churn-card";
import { CohortsCard } from "./cohorts-card";
import { GroupsCard } from "./groups-card";
import { NegotiationCard } from "./negotiation-card";
import { OverTimeCard } from "./over-time-card";
import { choiceHref, keptChoices, periodQuery } from "./retention-address";
import { SurvivalCard } from "./survival-card";

type RetentionViewProps = { retention: RetentionDto; locale: string; workspace: string };

function headlineOf({ bridge, net, currency }: RetentionDto, locale: string) {
  const t = staffWords(locale, "retention");
  if (bridge === null) return { title: t("headlineNone"), parts: null };
  const { openingMinor, contractionMinor, lostMinor, expansionMinor } = bridge;
  const goneMinor = contractionMinor + lostMinor;
  const amount = (minor: number) => formatMoney(minor, { locale, currency });
  return {
    title:
      net.value === null
        ? t("headlineFew", { n: net.n })
        : t("headline", { net: formatPercent(net.value, locale) }),
    parts: t("parts", {
      kept: amount(openingMinor - goneMinor),
      expansion: amount(expansionMinor),
      lost: amount(goneMinor),
    }),
  };
}

export function RetentionView({ retention, locale, workspace }: RetentionViewProps) {
  const t = staffWords(locale, "retention");
  const { filter, currency, choices } = retention;
  const as: ReadAs = { locale, currency, asOf: filter.asOf };
  const headline = headlineOf(retention, locale);
  const query = { ...periodQuery(filter), ...keptChoices(choices) };
  const card = {
    retention,
    locale,
    fileOf: tableHref(workspace, "retention", query),
    hrefOf: choiceHref(retention, workspace),
  };
  return (
    <>
      <div className="mb-5">
        <PeriodFilter
          filter={filter}
          action={workspacePath(workspace, "retention")}
          locale={locale}
          kept={keptChoices(choices)}
        />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={<DoubtLine freshness={retention.freshness} coverage={retention.coverage} as={as} />}
      />
      {retention.bridge === null ? (
        <EmptyState title={t("noneTitle")} action={<NextStep workspace={workspace} to="import" />}>
          {t("noneNext")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <Tiles
            tiles={retention.tiles}
            moreTiles={[]}
            hidden={retention.hidden}
            definitions={retention.definitions}
            bothWays={{}}
            workspace={workspace}
            as={as}
          />
          <BridgeCard {...card} />
          <OverTimeCard {...card} />
          <GroupsCard {...card} />
          <ChurnCard {...card} />
          <CohortsCard {...card} />
          <SurvivalCard {...card} />
          <NegotiationCard {...card} />
        </div>
      )}
    </>
  );
}

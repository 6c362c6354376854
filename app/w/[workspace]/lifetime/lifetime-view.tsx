import { useTranslations } from "next-intl";
import { ChartChoice } from "@/components/charts/chart-choice";
import { bold } from "@/components/ui/bold";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatAmount, formatMoney, onScaleOfDoubt } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import { DISCOUNT_RATES } from "@/lib/loyalty/discount-rates";
import type { LifetimeDto } from "@/lib/loyalty/lifetime.types";
import { NextStep } from "../_loyalty/next-step";
import { namedOnly, withQuery, workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import type { ReadAs } from "../_loyalty/words/read-as";
import { datedQuery } from "../_report/filter-query";
import { tableHref } from "../_report/table-href";
import { ContractModelCard, OrderModelCard } from "./lifetime-models";
import { BinsCard, SegmentsCard, StreamsCard, TopCard } from "./lifetime-value";

type Chosen = { rate: string | undefined; basis: string | undefined };
type LifetimeViewProps = {
  lifetime: LifetimeDto;
  chosen: Chosen;
  locale: string;
  workspace: string;
};

function headlineOf(lifetime: LifetimeDto, as: ReadAs) {
  const t = staffWords(as.locale, "lifetime");
  const { total, basis, isLowerBound, contracts, orders, years, topTenShare } = lifetime;
  if (total.value === null) return { title: t("headline.none"), parts: null };
  const doubted = onScaleOfDoubt(as, total);
  const said = { amount: formatMoney(total.value, doubted) };
  const bound = basis === "margin" ? "headline.atLeastMargin" : "headline.atLeastRevenue";
  const parts = [
    ...(contracts.value.value === null
      ? []
      : [t("parts.contracts", { amount: formatAmount(contracts.value.value, doubted) })]),
    ...(orders.value.value === null
      ? []
      : [
          t(orders.method === "bgNbd" ? "parts.orders" : "parts.ordersOpen", {
            amount: formatAmount(orders.value.value, doubted),
            years,
          }),
        ]),
    ...(topTenShare === null
      ? []
      : [t("parts.topTen", { share: formatPercent(topTenShare, as.locale) })]),
  ].join("; ");
  return {
    title: t(isLowerBound ? bound : `headline.${basis}`, said),
    parts: parts === "" ? null : `${sentenceCase(parts)}.`,
  };
}

/** Interval, rate, horizon, and whether it is margin at all. */
function Doubt({ lifetime, as }: { lifetime: LifetimeDto; as: ReadAs }) {
  const t = useTranslations("lifetime.doubt");
  const { total, rate, years, basis, marginCoverage, bases } = lifetime;
  const { low, high } = total;
  const ends = onScaleOfDoubt(as, total);
  return (
    <>
      <span>{t.rich("asOf", { b: bold, date: formatDay(as.asOf, as.locale) })}</span>
      {low !== null && high !== null ? (
        <span>
          {t.rich("between", {
            b: bold,
            low: formatMoney(low, ends),
            high: formatMoney(high, ends),
          })}
        </span>
      ) : null}
      <span>{t.rich("rate", { b: bold, rate: formatPercent(rate, as.locale) })}</span>
      <span>
        {lifetime.orders.method === "bgNbd"
          ? t.rich("horizon", { b: bold, years })
          : t("horizonOpen")}
      </span>
      {basis === "revenue" && !bases.includes("margin") ? (
        <span>{t.rich("noMargins", { b: bold })}</span>
      ) : (
        <span>
          {t.rich("margins", { b: bold, share: formatPercent(marginCoverage, as.locale) })}
        </span>
      )}
    </>
  );
}

type ChoicesProps = {
  lifetime: LifetimeDto;
  locale: string;
  hrefOf: (query: Partial<Chosen>) => string;
};

/** The discount rate, and margin or revenue: each with an address of its own. */
function Choices({ lifetime, locale, hrefOf }: ChoicesProps) {
  const t = useTranslations("lifetime");
  return (
    <>
      <ChartChoice
        label={t("filter.rate")}
        choices={Object.entries(DISCOUNT_RATES).map(([name, rate]) => ({
          label: formatPercent(rate, locale),
          href: hrefOf({ rate: name }),
          isCurrent: rate === lifetime.rate,
        }))}
      />
      {lifetime.bases.length > 1 ? (
        <ChartChoice
          label={t("filter.basis")}
          choices={lifetime.bases.map((basis) => ({
            label: t(`basis.${basis}`),
            href: hrefOf({ basis }),
            isCurrent: basis === lifetime.basis,
          }))}
        />
      ) : null}
    </>
  );
}

function Empty({ workspace }: { workspace: string }) {
  const t = useTranslations("lifetime");
  return (
    <EmptyState title={t("emptyTitle")} action={<NextStep workspace={workspace} to="import" />}>
      {t("emptyText")}
    </EmptyState>
  );
}

export function LifetimeView({ lifetime, chosen, locale, workspace }: LifetimeViewProps) {
  const { filter, currency } = lifetime;
  const as: ReadAs = { locale, currency, asOf: filter.asOf };
  const view = { ...datedQuery(filter), ...chosen };
  const path = workspacePath(workspace, "lifetime");
  const fileOf = tableHref(workspace, "lifetime", view);
  const part = { lifetime, as, workspace, fileOf };
  const headline = headlineOf(lifetime, as);
  return (
    <>
      <div className="mb-5">
        <PeriodFilter filter={filter} action={path} locale={locale} kept={namedOnly(chosen)} />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={<Doubt lifetime={lifetime} as={as} />}
      />
      {lifetime.total.value === null ? (
        <Empty workspace={workspace} />
      ) : (
        <div className="flex flex-col gap-4">
          <StreamsCard
            {...part}
            actions={
              <Choices
                lifetime={lifetime}
                locale={locale}
                hrefOf={(query) => withQuery(path, { ...view, ...query })}
              />
            }
          />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <BinsCard {...part} />
            <SegmentsCard {...part} />
          </div>
          <TopCard {...part} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <ContractModelCard {...part} />
            <OrderModelCard {...part} />
          </div>
        </div>
      )}
    </>
  );
}

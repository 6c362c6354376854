import { useTranslations } from "next-intl";
import { bold } from "@/components/ui/bold";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { BuyingDto } from "@/lib/loyalty/buying.types";
import type { MeasureKey, TileDto } from "@/lib/loyalty/figures.types";
import { NextStep } from "../_loyalty/next-step";
import { workspacePath } from "../_loyalty/paths";
import { PeriodFilter } from "../_loyalty/period-filter";
import { Tiles } from "../_loyalty/tiles";
import type { ReadAs } from "../_loyalty/words/read-as";
import { datedQuery } from "../_report/filter-query";
import { tableHref } from "../_report/table-href";
import { GapsByTypeCard, GapsCard } from "./buying-gaps";
import { CurveCard, OrderCountCard, SpendCard } from "./buying-orders";
import type { BuyingPart } from "./buying-part";
import { MatrixCard, UpsellCard } from "./buying-types";
import {
  AllocationCard,
  StaleWalletsCard,
  WalletCard,
  WalletSegmentsCard,
  WalletSourcesCard,
} from "./buying-wallet";

type BuyingViewProps = { buying: BuyingDto; locale: string; workspace: string };

function tileOf({ tiles }: BuyingDto, key: MeasureKey): TileDto | undefined {
  return tiles.find((tile) => tile.key === key && tile.value !== null);
}

/** The figure the page is about: who came back, or, where nobody orders, who uses more than one thing. */
function leadOf(buying: BuyingDto) {
  const repurchase = tileOf(buying, "repurchaseRate");
  return repurchase ?? tileOf(buying, "upsellShare");
}

function headlineOf(buying: BuyingDto, as: ReadAs) {
  const t = staffWords(as.locale, "buying");
  const lead = leadOf(buying);
  if (lead === undefined) return { title: t("headlineNone"), parts: null };
  const percent = (tile: TileDto) => formatPercent(tile.value, as.locale);
  const upsell = tileOf(buying, "upsellShare");
  const wallet = tileOf(buying, "shareOfWallet");
  const { knownMinor, typicalMinor } = buying.gaps;
  const parts = [
    ...(upsell && upsell !== lead ? [t("parts.upsell", { share: percent(upsell) })] : []),
    ...(wallet ? [t("parts.wallet", { share: percent(wallet) })] : []),
    ...(knownMinor > 0 ? [t("parts.roomKnown", { amount: formatMoney(knownMinor, as) })] : []),
    ...(typicalMinor > 0
      ? [t("parts.roomTypical", { amount: formatMoney(typicalMinor, as) })]
      : []),
  ].join("; ");
  const isRepurchase = lead.key === "repurchaseRate";
  return {
    title: t(isRepurchase ? "headline" : "headlineUpsell", { share: percent(lead) }),
    parts: parts === "" ? null : `${sentenceCase(parts)}.`,
  };
}

function Doubt({ buying, as }: { buying: BuyingDto; as: ReadAs }) {
  const t = useTranslations("buying.doubt");
  const lead = leadOf(buying);
  const percent = (value: number) => formatPercent(value, as.locale);
  return (
    <>
      <span>{t.rich("asOf", { b: bold, date: formatDay(as.asOf, as.locale) })}</span>
      {buying.ordersTo ? (
        <span>
          {t.rich("orders", { b: bold, date: formatDay(buying.ordersTo, as.locale, as.asOf) })}
        </span>
      ) : null}
      {lead?.interval ? (
        <span>
          {t.rich("interval", {
            b: bold,
            low: percent(lead.interval.low),
            high: percent(lead.interval.high),
            n: lead.n,
          })}
        </span>
      ) : null}
      {buying.wallet.coverage !== null && buying.wallet.known > 0 ? (
        <span>{t.rich("wallets", { b: bold, share: percent(buying.wallet.coverage) })}</span>
      ) : null}
    </>
  );
}

function Cards(part: BuyingPart) {
  const { buying, as } = part;
  return (
    <div className="flex flex-col gap-4">
      <Tiles
        tiles={buying.tiles}
        moreTiles={[]}
        hidden={buying.hidden}
        definitions={buying.definitions}
        bothWays={{}}
        workspace={part.workspace}
        as={as}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <CurveCard {...part} />
        <SpendCard {...part} />
      </div>
      <GapsCard {...part} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <GapsByTypeCard {...part} />
        <UpsellCard {...part} />
      </div>
      <MatrixCard {...part} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <WalletCard {...part} />
        <WalletSegmentsCard {...part} />
        <WalletSourcesCard {...part} />
        <StaleWalletsCard {...part} />
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <OrderCountCard {...part} />
        <AllocationCard {...part} />
      </div>
    </div>
  );
}

export function BuyingView({ buying, locale, workspace }: BuyingViewProps) {
  const t = useTranslations("buying");
  const { filter, currency } = buying;
  const as: ReadAs = { locale, currency, asOf: filter.asOf };
  const fileOf = tableHref(workspace, "buying", datedQuery(filter));
  const headline = headlineOf(buying, as);
  const isEmpty = buying.tiles.every(({ value, strip }) => value === null && strip === null);
  return (
    <>
      <div className="mb-5">
        <PeriodFilter filter={filter} action={workspacePath(workspace, "buying")} locale={locale} />
      </div>
      <PageHeader
        title={headline.title}
        parts={headline.parts}
        doubt={<Doubt buying={buying} as={as} />}
      />
      {isEmpty ? (
        <EmptyState title={t("emptyTitle")} action={<NextStep workspace={workspace} to="import" />}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <Cards buying={buying} as={as} workspace={workspace} fileOf={fileOf} />
      )}
    </>
  );
}

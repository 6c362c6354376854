import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { type Column, DataTable } from "@/components/ui/data-table";
import { codeOf } from "@/lib/format/currency";
import {
  formatAmount,
  formatInScale,
  formatMoney,
  moneyColumn,
  onOneScale,
} from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { LifetimeDto, StreamDto, ValuedAccountDto } from "@/lib/loyalty/lifetime.types";
import { AccountCell } from "../_loyalty/account-cell";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { ReadAs } from "../_loyalty/words/read-as";
import { noteWithTest } from "../_report/differs-words";
import { type LifetimePart, moneyInWords } from "./lifetime-part";
import { accountsTable, binsTable, segmentsTable, streamsTable } from "./lifetime-tables";

const ACCOUNTS_SHOWN = 10;

function streamNote(stream: StreamDto, as: ReadAs): string {
  const t = staffWords(as.locale, "lifetime");
  if (stream.accounts === 0) return t("streams.nobody");
  return t("streams.basis", {
    n: stream.accounts,
    yearly: formatMoney(stream.yearlyMinor, as),
    method: stream.method === null ? t("notKnown") : t(`methods.${stream.method}`),
  });
}

/** Contracts, orders and both together. */
export function StreamsCard({
  lifetime,
  as,
  fileOf,
  actions,
}: LifetimePart & { actions: ReactNode }) {
  const t = useTranslations("lifetime");
  const { contracts, orders, total, isLowerBound } = lifetime;
  const row = (key: "contracts" | "orders", stream: StreamDto) => ({
    key,
    label: t(`streams.${key}`),
    note: streamNote(stream, as),
    to: stream.value.value,
    low: stream.value.low,
    high: stream.value.high,
    words: moneyInWords(stream.value, as, stream.isLowerBound),
    tone: "accent",
  });
  return (
    <ChartFrame
      id="parts"
      title={t("streams.title")}
      note={t("streams.note")}
      table={streamsTable(lifetime, as.locale)}
      locale={as.locale}
      fileHref={fileOf("parts")}
      actions={actions}
      formula={
        <FormulaPopover
          id="parts-formula"
          keys={["contractAccountsValue", "orderBaseValue", "independentSum"]}
          definitions={lifetime.definitions}
        />
      }
    >
      <BarRows
        title={t("streams.title")}
        rows={[
          ...(contracts.accounts > 0 ? [row("contracts", contracts)] : []),
          ...(orders.accounts > 0 ? [row("orders", orders)] : []),
          {
            key: "total",
            label: t("streams.total"),
            note: t("accounts", { n: total.n }),
            to: total.value,
            low: total.low,
            high: total.high,
            words: moneyInWords(total, as, isLowerBound),
            tone: "control",
          },
        ]}
      />
    </ChartFrame>
  );
}

export function SegmentsCard({ lifetime, as, fileOf }: LifetimePart) {
  const t = useTranslations("lifetime");
  return (
    <ChartFrame
      id="segments"
      title={t("segments.title")}
      note={t("segments.note")}
      table={segmentsTable(lifetime, as.locale)}
      locale={as.locale}
      fileHref={fileOf("segments")}
    >
      <BarRows
        title={t("segments.title")}
        rows={lifetime.segments.map((one) => ({
          key: one.id ?? "all",
          label: one.name ?? t("segments.all"),
          note: noteWithTest(
            one.meanMinor === null
              ? t("accounts", { n: one.accounts })
              : t("segments.meanOf", { n: one.accounts, amount: formatMoney(one.meanMinor, as) }),
            one.differs,
            as.locale,
          ),
          to: one.total.value,
          low: one.total.low,
          high: one.total.high,
          words: moneyInWords(one.total, as, one.isLowerBound),
          tone: one.id === null ? "control" : "accent",
        }))}
      />
    </ChartFrame>
  );
}

type Bin = LifetimeDto["bins"][number];

function binLabel({ from, to }: Bin, as: ReadAs): string {
  const t = staffWords(as.locale, "lifetime");
  if (to === null) return t("bins.above", { from: formatAmount(from, as) });
  if (from === 0) return t("bins.below", { to: formatAmount(to, as) });
  const ends = onOneScale(as, [from, to]);
  return t("bins.range", { from: formatAmount(from, ends), to: formatAmount(to, ends) });
}

export function BinsCard({ lifetime, as, fileOf }: LifetimePart) {
  const t = useTranslations("lifetime");
  const { bins, topTenShare } = lifetime;
  if (bins.length === 0) return null;
  const title =
    topTenShare === null
      ? t("bins.title")
      : t("bins.titleTop", { share: formatPercent(topTenShare, as.locale) });
  return (
    <ChartFrame
      id="distribution"
      title={title}
      note={t("bins.note")}
      table={binsTable(lifetime, as.locale)}
      locale={as.locale}
      fileHref={fileOf("distribution")}
    >
      <BarRows
        title={title}
        rows={bins.map((bin) => ({
          key: String(bin.from),
          label: binLabel(bin, as),
          to: bin.accounts,
          words:
            bin.accounts === 0
              ? "0"
              : `${t("accounts", { n: bin.accounts })}, ${formatMoney(bin.valueMinor, as)}`,
          tone: "accent",
        }))}
      />
    </ChartFrame>
  );
}

function columns({ as, workspace, lifetime }: LifetimePart): Column<ValuedAccountDto>[] {
  const t = staffWords(as.locale, "lifetime");
  const scale = moneyColumn(
    lifetime.accounts.slice(0, ACCOUNTS_SHOWN).map(({ valueMinor }) => valueMinor),
    as.currency,
  );
  const amount = (minor: number | null) => (minor === null ? "–" : formatInScale(minor, scale, as));
  const money = "whitespace-nowrap";
  return [
    {
      key: "account",
      header: t("account"),
      isName: true,
      cell: ({ account, state }) => (
        <AccountCell account={account} state={state} workspace={workspace} as={as} />
      ),
    },
    {
      key: "value",
      header: `${t("value")}, ${codeOf(as.currency)}`,
      align: "right",
      className: `${money} font-semibold`,
      cell: ({ valueMinor }) => amount(valueMinor),
    },
    {
      key: "contracts",
      header: t("streams.contracts"),
      align: "right",
      className: money,
      cell: ({ contractMinor }) => amount(contractMinor),
    },
    {
      key: "orders",
      header: t("streams.orders"),
      align: "right",
      className: money,
      cell: ({ orderMinor }) => amount(orderMinor),
    },
    {
      key: "yearly",
      header: t("yearly"),
      align: "right",
      className: money,
      cell: ({ yearlyMinor }) => amount(yearlyMinor),
    },
  ];
}

export function TopCard(part: LifetimePart) {
  const t = useTranslations("lifetime");
  const { lifetime, as, fileOf } = part;
  const shown = lifetime.accounts.slice(0, ACCOUNTS_SHOWN);
  const total = lifetime.accounts.length;
  const listed = { ...lifetime, accounts: lifetime.accounts.slice(0, 50) };
  return (
    <ChartFrame
      id="accounts"
      title={t("top.title")}
      note={t("top.note")}
      table={accountsTable(listed, as.locale)}
      locale={as.locale}
      fileHref={fileOf("accounts")}
    >
      <DataTable
        caption={t("top.title")}
        columns={columns(part)}
        rows={shown}
        rowKey={({ account }) => account.id}
      />
      {total > shown.length ? (
        <p className="mt-3 text-sm text-ink-2">
          {t("top.more", {
            shown: formatNumber(shown.length, as.locale),
            total: formatNumber(total, as.locale),
          })}
        </p>
      ) : null}
    </ChartFrame>
  );
}

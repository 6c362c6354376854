import { useTranslations } from "next-intl";
import { BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { HeatTable } from "@/components/charts/heat-table";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { accountPath } from "../_loyalty/paths";
import { noteWithTest } from "../_report/differs-words";
import { type BuyingPart, shareInWords } from "./buying-part";
import { walletSegmentsTable, walletSourcesTable, walletTable } from "./buying-tables";

/** How the share spreads over the accounts whose wallet is known. */
export function WalletCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  const { share, known, active, coverage, bins } = buying.wallet;
  const percent = (value: number | null) => formatPercent(value, as.locale);
  if (share.value === null) {
    return (
      <Card id="wallet" title={t("wallet.titleNone")}>
        <p className="text-ink-2">{t("wallet.noteFew", { known, active })}</p>
      </Card>
    );
  }
  const title = t("wallet.title", { share: percent(share.value) });
  return (
    <ChartFrame
      id="wallet"
      title={title}
      note={t("wallet.note", {
        known,
        active,
        coverage: percent(coverage),
        low: percent(share.low),
        high: percent(share.high),
      })}
      table={walletTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("wallet")}
      formula={
        <FormulaPopover
          id="wallet-formula"
          keys={["shareOfKnownWallets"]}
          definitions={buying.definitions}
        />
      }
    >
      <BarRows
        title={title}
        rows={bins.map(({ from, to, accounts, runningMinor }) => ({
          key: String(from),
          label: t("wallet.bin", { from: percent(from), to: percent(to) }),
          to: accounts,
          words:
            accounts === 0 ? "0" : `${t("ofN", { n: accounts })}, ${formatMoney(runningMinor, as)}`,
          tone: "accent",
        }))}
      />
    </ChartFrame>
  );
}

export function WalletSegmentsCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  if (buying.wallet.share.value === null) return null;
  return (
    <ChartFrame
      id="wallet-segments"
      title={t("wallet.segmentsTitle")}
      note={t("wallet.segmentsNote")}
      table={walletSegmentsTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("wallet-segments")}
    >
      <BarRows
        title={t("wallet.segmentsTitle")}
        rows={buying.segments.map((one) => ({
          key: one.id ?? "all",
          label: one.name ?? t("upsell.all"),
          note: noteWithTest(
            t("wallet.knownFor", { share: formatPercent(one.walletCoverage, as.locale) }),
            one.walletDiffers,
            as.locale,
          ),
          to: one.wallet.value,
          low: one.wallet.low,
          high: one.wallet.high,
          words: shareInWords(one.wallet, as.locale),
          tone: one.id === null ? "control" : "accent",
        }))}
      />
    </ChartFrame>
  );
}

/** Asked beside estimated: where they differ much, somebody guesses too well or too badly. */
export function WalletSourcesCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  const { sources, oldest } = buying.wallet;
  if (oldest === null) return null;
  return (
    <ChartFrame
      id="wallet-sources"
      title={t("wallet.sourcesTitle")}
      note={t("wallet.sourcesNote", { date: formatDay(oldest, as.locale, as.asOf) })}
      table={walletSourcesTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("wallet-sources")}
    >
      <BarRows
        title={t("wallet.sourcesTitle")}
        rows={sources.map(({ source, share, categoryMinor }) => ({
          key: source,
          label: t(`gaps.sources.${source}`),
          note: `${t("ofN", { n: share.n })}, ${t("wallet.walletsWorth", { amount: formatMoney(categoryMinor, as) })}`,
          to: share.value,
          low: share.low,
          high: share.high,
          words: shareInWords(share, as.locale),
          tone: "accent",
        }))}
      />
    </ChartFrame>
  );
}

export function StaleWalletsCard({ buying, as, workspace }: BuyingPart) {
  const t = useTranslations("buying");
  const { stale, staleLines } = buying.wallet;
  if (stale === 0) return null;
  return (
    <Card
      id="wallet-stale"
      title={t("wallet.staleTitle")}
      note={t("wallet.staleNote", { n: stale })}
    >
      <DataTable
        caption={t("wallet.staleTitle")}
        rows={staleLines}
        rowKey={(line) => line.account.id}
        columns={[
          {
            key: "account",
            header: t("account"),
            isName: true,
            cell: (line) => (
              <Link
                href={accountPath(workspace, line.account.id)}
                className="font-semibold hover:underline"
              >
                {line.account.name}
              </Link>
            ),
          },
          {
            key: "on",
            header: t("wallet.lastKnown"),
            cell: (line) => formatDay(line.on, as.locale, as.asOf),
          },
          {
            key: "running",
            header: t("wallet.running"),
            align: "right",
            cell: (line) => formatMoney(line.runningMinor, as),
          },
        ]}
      />
    </Card>
  );
}

/** Where nobody knows the wallet: the share that our place among the suppliers suggests. */
export function AllocationCard({ buying, as }: BuyingPart) {
  const t = useTranslations("buying");
  const { rule } = buying.wallet;
  return (
    <Card id="wallet-rule" title={t("rule.title")} note={t("rule.note")}>
      <HeatTable
        caption={t("rule.title")}
        corner={t("rule.corner")}
        columns={rule.map((_, at) => ({
          key: String(at),
          label: t("rule.suppliers", { n: at + 1 }),
        }))}
        rows={rule.map((shares, at) => ({
          key: String(at),
          label: t("rule.place", { rank: at + 1 }),
          cells: shares.map((share) => ({
            strength: share,
            words: share === null ? "" : formatPercent(share, as.locale),
          })),
        }))}
      />
      <div className="mt-2.5 text-sm text-ink-2 print:hidden">
        <FormulaPopover
          id="wallet-rule-formula"
          keys={["walletAllocation"]}
          definitions={buying.definitions}
        />
      </div>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { StateDot } from "@/components/metrics/state-dot";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";
import type { MapPreviewDto, MovedAccountDto } from "@/lib/loyalty/map-settings/build-map-preview";
import type { LoyaltyState } from "@/lib/metrics";
import { accountPath } from "../../_loyalty/paths";

type MapPreviewProps = {
  preview: MapPreviewDto;
  locale: string;
  currency: string;
  workspace: string;
};

type StateRow = MapPreviewDto["states"][number];

function State({ state }: { state: LoyaltyState | null }) {
  const t = useTranslations("settings.map.preview");
  return state === null ? t("notActive") : <StateDot state={state} />;
}

function States({ preview, locale, currency }: MapPreviewProps) {
  const t = useTranslations("settings.map.preview");
  const money = { locale, currency };
  const scale = moneyColumn(
    preview.states.flatMap(({ now, under }) => [now.revenueMinor, under.revenueMinor]),
    currency,
  );
  const amount = (minor: number) => formatInScale(minor, scale, money);
  const columns: Column<StateRow>[] = [
    {
      key: "state",
      header: t("state"),
      isName: true,
      cell: ({ state }) => <State state={state} />,
    },
    {
      key: "accountsNow",
      header: t("accountsNow"),
      align: "right",
      cell: ({ now }) => formatNumber(now.accounts, locale),
    },
    {
      key: "accountsThen",
      header: t("accountsThen"),
      align: "right",
      cell: ({ under }) => formatNumber(under.accounts, locale),
    },
    {
      key: "now",
      header: t("revenueNow", { currency }),
      align: "right",
      cell: ({ now }) => amount(now.revenueMinor),
    },
    {
      key: "then",
      header: t("revenueThen", { currency }),
      align: "right",
      cell: ({ under }) => <b className="font-semibold">{amount(under.revenueMinor)}</b>,
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={preview.states}
      rowKey={({ state }) => state}
    />
  );
}

function Moved({ preview, locale, currency, workspace }: MapPreviewProps) {
  const t = useTranslations("settings.map.preview");
  const { moved, largest } = preview;
  if (moved.accounts === 0) return <p className="mt-3">{t("nothing")}</p>;
  const columns: Column<MovedAccountDto>[] = [
    {
      key: "account",
      header: t("account"),
      isName: true,
      cell: ({ account }) => (
        <Link className="font-semibold hover:underline" href={accountPath(workspace, account.id)}>
          {account.name}
        </Link>
      ),
    },
    { key: "from", header: t("fromState"), cell: ({ from }) => <State state={from} /> },
    { key: "to", header: t("toState"), cell: ({ to }) => <State state={to} /> },
    {
      key: "revenue",
      header: t("revenue"),
      align: "right",
      cell: ({ revenueMinor }) => formatMoney(revenueMinor, { locale, currency }),
    },
  ];
  return (
    <>
      <p className="mt-4 mb-2">
        {t("moved", {
          count: moved.accounts,
          amount: formatMoney(moved.revenueMinor, { locale, currency }),
        })}
      </p>
      <DataTable
        caption={t("movedCaption")}
        columns={columns}
        rows={largest}
        rowKey={({ account }) => account.id}
      />
      {moved.accounts > largest.length ? (
        <p className="mt-2 text-sm text-ink-2">
          {t("more", { count: moved.accounts - largest.length })}
        </p>
      ) : null}
    </>
  );
}

/** What other conventions would make of today's map. */
export function MapPreview(props: MapPreviewProps) {
  return (
    <>
      <States {...props} />
      <Moved {...props} />
    </>
  );
}

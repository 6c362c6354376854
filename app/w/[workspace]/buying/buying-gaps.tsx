import { useTranslations } from "next-intl";
import { BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { codeOf } from "@/lib/format/currency";
import { formatDay } from "@/lib/format/date";
import {
  formatAmount,
  formatInScale,
  formatMoney,
  moneyColumn,
  onOneScale,
} from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { GapDto } from "@/lib/loyalty/buying.types";
import { AccountCell } from "../_loyalty/account-cell";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { ReadAs } from "../_loyalty/words/read-as";
import type { BuyingPart } from "./buying-part";
import { gapsByTypeTable, gapsTable } from "./buying-tables";

const LINES_SHOWN = 10;

/** What the amount rests on: an answer, a guess, or what others of its size spend. */
function basisWords({ source, on, low, high, owners }: GapDto, as: ReadAs): string {
  const t = staffWords(as.locale, "buying");
  if (source === "typical") return t("gaps.typical", { n: owners ?? 0 });
  const range = onOneScale(as, [low, high]);
  return t(`gaps.${source}`, {
    date: on === null ? "" : formatDay(on, as.locale, as.asOf),
    low: formatAmount(low, range),
    high: formatAmount(high, range),
  });
}

function columns({ as, workspace }: BuyingPart, shown: readonly GapDto[]): Column<GapDto>[] {
  const t = staffWords(as.locale, "buying");
  const scale = moneyColumn(
    shown.map(({ amountMinor }) => amountMinor),
    as.currency,
  );
  return [
    {
      key: "account",
      header: t("account"),
      isName: true,
      cell: (line) => (
        <AccountCell account={line.account} state={line.state} workspace={workspace} as={as} />
      ),
    },
    {
      key: "type",
      header: t("gaps.type"),
      cell: (line) => line.productType ?? t("gaps.allTypes"),
    },
    {
      key: "amount",
      header: t("gaps.amount", { currency: codeOf(as.currency) }),
      align: "right",
      className: "font-semibold whitespace-nowrap",
      cell: (line) => formatInScale(line.amountMinor, scale, as),
    },
    { key: "basis", header: t("gaps.basis"), cell: (line) => basisWords(line, as) },
    { key: "owner", header: t("gaps.owner"), cell: (line) => line.owner?.name ?? "–" },
  ];
}

type LinesProps = BuyingPart & {
  id: string;
  title: string;
  note: string;
  lines: GapDto[];
  /** All there are. */
  total: number;
};

function LinesCard({ id, title, note, lines, total, ...part }: LinesProps) {
  const t = useTranslations("buying");
  const { buying, as, fileOf } = part;
  const shown = lines.slice(0, LINES_SHOWN);
  const table = gapsTable({ ...buying, gaps: { ...buying.gaps, lines } }, as.locale);
  return (
    <ChartFrame
      id={id}
      title={title}
      note={note}
      table={table}
      locale={as.locale}
      fileHref={fileOf("white-space")}
      formula={
        <FormulaPopover
          id={`${id}-formula`}
          keys={["whiteSpace", "roomToGrow"]}
          definitions={buying.definitions}
        />
      }
    >
      <DataTable
        caption={title}
        columns={columns(part, shown)}
        rows={shown}
        rowKey={(line) => `${line.account.id} ${line.productType}`}
      />
      {total > shown.length ? (
        <p className="mt-3 text-sm text-ink-2">
          {t("gaps.more", {
            shown: formatNumber(shown.length, as.locale),
            total: formatNumber(total, as.locale),
          })}
        </p>
      ) : null}
    </ChartFrame>
  );
}

/** Product types that accounts lack, and what known wallets spend elsewhere; the largest amount first. */
export function GapsCard(part: BuyingPart) {
  const t = useTranslations("buying");
  const { buying, as } = part;
  const { lines, knownMinor, typicalMinor, ...total } = buying.gaps;
  if (lines.length === 0) {
    return (
      <Card id="white-space" title={t("gaps.title")}>
        <p className="text-ink-2">{t("gaps.none")}</p>
      </Card>
    );
  }
  const typical = lines.filter(({ source }) => source === "typical");
  const known = lines.filter(({ source }) => source !== "typical");
  return (
    <>
      {typical.length > 0 ? (
        <LinesCard
          {...part}
          id="white-space"
          title={t("gaps.title")}
          note={t("gaps.note", { amount: formatMoney(typicalMinor, as) })}
          lines={typical}
          total={total.typical}
        />
      ) : null}
      {known.length > 0 ? (
        <LinesCard
          {...part}
          id="elsewhere"
          title={t("gaps.knownTitle")}
          note={t("gaps.knownNote", { amount: formatMoney(knownMinor, as) })}
          lines={known}
          total={total.known}
        />
      ) : null}
    </>
  );
}

/** Where the room lies. */
export function GapsByTypeCard({ buying, as, fileOf }: BuyingPart) {
  const t = useTranslations("buying");
  const { byType } = buying.gaps;
  if (byType.length === 0) return null;
  return (
    <ChartFrame
      id="white-space-by-type"
      title={t("gaps.byTypeTitle")}
      note={t("gaps.byTypeNote")}
      table={gapsByTypeTable(buying, as.locale)}
      locale={as.locale}
      fileHref={fileOf("white-space-by-type")}
    >
      <BarRows
        title={t("gaps.byTypeTitle")}
        rows={byType.map(({ productType, amountMinor, accounts }) => ({
          key: productType ?? "all",
          label: productType ?? t("gaps.allTypes"),
          note: t("ofN", { n: accounts }),
          to: amountMinor,
          words: formatMoney(amountMinor, as),
          tone: "accent",
        }))}
      />
    </ChartFrame>
  );
}

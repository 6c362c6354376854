import { ChartFrame } from "@/components/charts/chart-frame";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatClose, formatMonth } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import type { ChurnPeriodDto } from "@/lib/loyalty/retention.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import type { CardProps } from "./card-props";
import { intervalWords, valueWords } from "./estimate-words";
import { churnTable, DENOMINATORS } from "./more-tables";

function Rate({ estimate, locale }: { estimate: EstimateDto; locale: string }) {
  const interval = intervalWords(estimate, locale);
  return (
    <span className="whitespace-nowrap">
      {valueWords(estimate, locale)}
      {interval ? <span className="text-sm text-ink-3"> {interval}</span> : null}
    </span>
  );
}

function columns({ retention, locale }: CardProps): Column<ChurnPeriodDto>[] {
  const t = staffWords(locale, "retention");
  const label = retention.choices.closes === "month" ? formatMonth : formatClose;
  return [
    {
      key: "period",
      header: t("churn.period"),
      isName: true,
      cell: ({ day }) => label(day, locale),
    },
    {
      key: "opening",
      header: t("churn.opening"),
      align: "right",
      cell: ({ lines }) => formatNumber(lines.opening, locale),
    },
    {
      key: "lost",
      header: t("churn.lost"),
      align: "right",
      cell: ({ lines }) => formatNumber(lines.lost, locale),
    },
    {
      key: "entered",
      header: t("churn.entered"),
      align: "right",
      cell: ({ lines }) =>
        t("churn.joinedAndWon", {
          joined: formatNumber(lines.joined, locale),
          won: formatNumber(lines.wonBack, locale),
        }),
    },
    ...DENOMINATORS.map((key) => ({
      key,
      header: t(`churn.${key}`),
      align: "right" as const,
      hideOnPhone: key !== "byStart",
      cell: (row: ChurnPeriodDto) => <Rate estimate={row[key]} locale={locale} />,
    })),
  ];
}

/** Customers lost in each period, by each of the denominators in use. */
export function ChurnCard(props: CardProps) {
  const { retention, locale, fileOf } = props;
  const t = staffWords(locale, "retention");
  const { churn, choices } = retention;
  if (churn.length === 0) return null;
  return (
    <ChartFrame
      id="churn"
      title={t(`churn.title.${choices.closes}`)}
      note={t("churn.note")}
      table={churnTable(retention, locale)}
      locale={locale}
      fileHref={fileOf("churn")}
      isTable
      formula={
        <FormulaPopover
          id="churn-formula"
          keys={["churnRates"]}
          definitions={retention.definitions}
        />
      }
    >
      <DataTable
        caption={t(`churn.title.${choices.closes}`)}
        columns={columns(props)}
        rows={churn}
        rowKey={({ day }) => day}
      />
    </ChartFrame>
  );
}

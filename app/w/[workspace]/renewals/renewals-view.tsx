import { useTranslations } from "next-intl";
import { BarRows } from "@/components/charts/bar-rows";
import { ChartFrame } from "@/components/charts/chart-frame";
import { FilterBar } from "@/components/layout/filter-bar";
import { bold } from "@/components/ui/bold";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { codeOf } from "@/lib/format/currency";
import { formatDay, formatMonth } from "@/lib/format/date";
import { formatAmount, formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import { RADAR_DAYS, type RenewalRowDto, type RenewalsDto } from "@/lib/loyalty/renewals.types";
import { FormulaPopover } from "../_loyalty/formula-popover";
import { NextStep } from "../_loyalty/next-step";
import { accountPath, workspacePath } from "../_loyalty/paths";
import type { ReadAs } from "../_loyalty/words/read-as";
import { tableHref } from "../_report/table-href";
import {
  AccountCell,
  CallCell,
  DecisionCell,
  HeardCell,
  NegotiationCell,
  SignalCell,
  TroubleCell,
} from "./radar-cells";
import { monthsTable } from "./renewals-tables";

type RenewalsViewProps = {
  renewals: RenewalsDto;
  locale: string;
  workspace: string;
  canCall: boolean;
  /** Contract whose call is being said. */
  openCall: string | null;
};

type PartProps = RenewalsViewProps & {
  as: ReadAs;
  query: Record<string, string | undefined>;
  fileOf: ReturnType<typeof tableHref>;
};

const LINK = "underline hover:text-ink";
function Filters({ renewals, workspace }: PartProps) {
  const t = useTranslations();
  const { segment, owner, segments, owners, within } = renewals;
  return (
    <FilterBar
      action={workspacePath(workspace, "renewals")}
      selects={[
        {
          name: "within",
          label: t("renewals.withinLabel"),
          value: within === 180 ? "" : String(within),
          options: RADAR_DAYS.toReversed().map((days) => ({
            value: days === 180 ? "" : String(days),
            label: t("renewals.withinDays", { days }),
          })),
        },
        {
          name: "segment",
          label: t("loyalty.filter.segment"),
          value: segment?.id ?? "",
          options: [
            { value: "", label: t("loyalty.filter.allAccounts") },
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          name: "owner",
          label: t("loyalty.filter.owner"),
          value: owner?.id ?? "",
          options: [
            { value: "", label: t("loyalty.filter.everyone") },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
      ]}
    />
  );
}

function Months({ renewals, as, fileOf }: PartProps) {
  const t = useTranslations("renewals");
  const money = { locale: as.locale, currency: as.currency };
  return (
    <ChartFrame
      id="by-month"
      title={t("monthsTitle")}
      note={t("monthsNote", { currency: codeOf(as.currency) })}
      table={monthsTable(renewals, as.locale)}
      locale={as.locale}
      fileHref={fileOf("by-month")}
    >
      <BarRows
        title={t("monthsTitle")}
        rows={renewals.months.map(({ month, contracts, yearlyMinor, atRiskMinor }) => {
          const counted = t("monthContracts", { count: contracts });
          const amount = formatAmount(atRiskMinor, money);
          return {
            key: month,
            label: formatMonth(`${month}-01`, as.locale),
            note: atRiskMinor > 0 ? t("ofWhichAtRisk", { contracts: counted, amount }) : counted,
            to: yearlyMinor,
            words: formatAmount(yearlyMinor, money),
            tone: "accent",
          };
        })}
      />
    </ChartFrame>
  );
}

function Differing({ renewals, as, workspace }: PartProps) {
  const t = useTranslations();
  return (
    <Card id="differ" title={t("renewals.differTitle")} note={t("renewals.differNote")}>
      {renewals.differing.length === 0 ? (
        <p className="text-ink-2">{t("renewals.differNone")}</p>
      ) : (
        <ul>
          {renewals.differing.map((row) => (
            <li
              key={row.contractId}
              className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2 last:border-b-0"
            >
              <Link
                href={accountPath(workspace, row.account.id)}
                className="font-semibold hover:underline"
              >
                {row.account.name}
              </Link>
              <span className="text-right">{formatMoney(row.yearlyMinor, as)}</span>
              <span className="col-span-2 text-sm text-ink-2">
                {row.call
                  ? t.rich("renewals.differLine", {
                      b: bold,
                      name: row.call.by ?? t("renewals.manager"),
                      call: t(`loyalty.calls.${row.call.call}`),
                      date: formatDay(row.call.on, as.locale, as.asOf),
                      signal: t(`loyalty.verdicts.${row.signal}`),
                    })
                  : null}
                {" · "}
                {formatDay(row.decisionOn, as.locale, as.asOf)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function columns(props: PartProps): Column<RenewalRowDto>[] {
  const { renewals, as, workspace, query, canCall, openCall } = props;
  const t = staffWords(as.locale, "renewals");
  const scale = moneyColumn(
    renewals.rows.map(({ yearlyMinor }) => yearlyMinor),
    as.currency,
  );
  const cell = (row: RenewalRowDto) => ({ row, as, workspace });
  return [
    {
      key: "account",
      header: t("columns.account"),
      isName: true,
      className: "md:w-[15%]",
      cell: (row) => <AccountCell {...cell(row)} />,
    },
    {
      key: "decision",
      header: t("columns.decision"),
      className: "md:w-[10%]",
      cell: (row) => <DecisionCell {...cell(row)} />,
    },
    {
      key: "value",
      header: `${t("columns.value")}, ${codeOf(as.currency)}`,
      align: "right",
      className: "whitespace-nowrap font-semibold",
      cell: (row) => formatInScale(row.yearlyMinor, scale, as),
    },
    {
      key: "score",
      header: t("columns.score"),
      className: "md:w-[14%]",
      cell: (row) => <HeardCell {...cell(row)} />,
    },
    {
      key: "trouble",
      header: t("columns.trouble"),
      className: "md:w-[13%]",
      cell: (row) => <TroubleCell {...cell(row)} />,
    },
    {
      key: "negotiation",
      header: t("columns.negotiation"),
      className: "md:w-[13%]",
      cell: (row) => <NegotiationCell {...cell(row)} />,
    },
    {
      key: "signal",
      header: t("columns.signal"),
      className: "md:w-[15%]",
      cell: (row) => <SignalCell {...cell(row)} />,
    },
    {
      key: "call",
      header: t("columns.call"),
      className: "md:w-[15%]",
      cell: (row) => (
        <CallCell
          {...cell(row)}
          canCall={canCall}
          isOpen={openCall === row.contractId}
          query={query}
        />
      ),
    },
  ];
}

function Radar(props: PartProps) {
  const { renewals, fileOf } = props;
  const t = useTranslations("renewals");
  const { rows, total, definitions } = renewals;
  return (
    <Card id="radar" title={t("radarTitle")} note={t("radarNote")}>
      {rows.length === 0 ? (
        <p className="py-4 text-ink-2">{t("none")}</p>
      ) : (
        <DataTable
          caption={t("radarTitle")}
          columns={columns(props)}
          rows={rows}
          rowKey={({ contractId }) => contractId}
          groupOf={({ within }) => t(`bands.${within}`)}
        />
      )}
      <div className="mt-2.5 flex flex-wrap gap-x-4 text-sm text-ink-2 print:hidden">
        <FormulaPopover
          id="radar-formula"
          keys={["renewalSignal", "accountAttitude", "hearing"]}
          definitions={definitions}
        />
        <a href={fileOf("radar")("csv")} download className={LINK}>
          CSV
        </a>
        <a href={fileOf("radar")("xlsx")} download className={LINK}>
          XLSX
        </a>
        {total > rows.length ? <span>{t("shown", { shown: rows.length, total })}</span> : null}
      </div>
    </Card>
  );
}

export function RenewalsView(props: RenewalsViewProps) {
  const { renewals, locale, workspace } = props;
  const t = useTranslations("renewals");
  const { currency, asOf, within, segment, owner, total } = renewals;
  const as: ReadAs = { locale, currency, asOf };
  const query = {
    within: within === 180 ? undefined : String(within),
    segment: segment?.id,
    owner: owner?.id,
  };
  const part = { ...props, as, query, fileOf: tableHref(workspace, "renewals", query) };
  const amount = formatMoney(renewals.totalMinor, as);
  return (
    <>
      <div className="mb-5">
        <Filters {...part} />
      </div>
      <PageHeader
        title={
          total === 0
            ? t("headlineNone", { days: within })
            : t("headline", { amount, days: within })
        }
        parts={
          total === 0
            ? null
            : t("parts", {
                count: total,
                atRisk: formatMoney(renewals.atRiskMinor, as),
                withoutCall: renewals.withoutCall,
              })
        }
        doubt={<span>{t.rich("doubt", { b: bold, date: formatDay(asOf, locale) })}</span>}
      />
      <div className="flex flex-col gap-4">
        {renewals.months.length === 0 ? (
          <EmptyState title={t("none")} action={<NextStep workspace={workspace} to="import" />} />
        ) : (
          <>
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <Months {...part} />
              <Differing {...part} />
            </div>
            <Radar {...part} />
          </>
        )}
      </div>
    </>
  );
}

import { useTranslations } from "next-intl";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords, tagWord } from "@/components/metrics/state-words";
import type { Column } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatInScale, type MoneyScale, moneyColumn } from "@/lib/format/money";
import { formatChange, formatScore } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AccountRowDto } from "@/lib/loyalty/account-list.types";
import { accountPath } from "./paths";
import type { ReadAs } from "./words/read-as";

const SHOWN_TAGS = new Set(["lockedIn", "captive", "runsByItself", "theyDisagree"]);

function NameCell({ row, workspace, as }: { row: AccountRowDto; workspace: string; as: ReadAs }) {
  const t = useTranslations("loyalty.accounts");
  const tags = row.tags.filter((tag) => SHOWN_TAGS.has(tag)).map((tag) => tagWord(tag, as.locale));
  const gone = row.lostOn
    ? t("lost", { date: formatDay(row.lostOn, as.locale, as.asOf) })
    : t("notActive");
  return (
    <div>
      <Link href={accountPath(workspace, row.id)} className="font-semibold hover:underline">
        {row.name}
      </Link>
      {row.sites > 0 ? (
        <span className="text-sm text-ink-3"> {t("sites", { count: row.sites })}</span>
      ) : null}
      <div className="text-sm text-ink-2">
        {row.state ? (
          <StateDot state={row.state.state}>
            {[stateInWords(row.state, as.locale), ...tags].join(" · ")}
          </StateDot>
        ) : (
          gone
        )}
      </div>
    </div>
  );
}

/** The columns of the accounts table; amounts of one column share one unit. */
export function accountColumns(
  rows: readonly AccountRowDto[],
  workspace: string,
  as: ReadAs,
): Column<AccountRowDto>[] {
  const t = staffWords(as.locale, "loyalty");
  const scaleOf = (amounts: number[]): MoneyScale => moneyColumn(amounts, as.currency);
  const running = scaleOf(rows.map((row) => row.runningMinor));
  const risk = scaleOf(rows.map((row) => row.atRiskMinor ?? 0));
  const day = (iso: string | null) =>
    iso ? formatDay(iso, as.locale, as.asOf) : <span className="text-ink-3">–</span>;
  const right = { align: "right", className: "whitespace-nowrap" } as const;
  return [
    {
      key: "name",
      header: t("columns.account"),
      isName: true,
      sortKey: "name",
      className: "md:w-[26%]",
      cell: (row) => <NameCell row={row} workspace={workspace} as={as} />,
    },
    {
      key: "running",
      header: t("columns.running"),
      sortKey: "running",
      ...right,
      cell: (row) => formatInScale(row.runningMinor, running, as),
    },
    {
      key: "change",
      header: t("columns.change"),
      sortKey: "change",
      ...right,
      cell: (row) => formatChange(row.change, as.locale),
    },
    {
      key: "behaviour",
      header: t("columns.behaviour"),
      sortKey: "behaviour",
      hideOnPhone: true,
      ...right,
      cell: (row) => formatScore(row.behaviour, as.locale),
    },
    {
      key: "attitude",
      header: t("columns.attitude"),
      sortKey: "attitude",
      hideOnPhone: true,
      ...right,
      cell: (row) => formatScore(row.attitude, as.locale),
    },
    {
      key: "atRisk",
      header: t("columns.atRisk"),
      sortKey: "atRisk",
      ...right,
      cell: (row) => formatInScale(row.atRiskMinor, risk, as),
    },
    {
      key: "decision",
      header: t("columns.decision"),
      sortKey: "decision",
      ...right,
      cell: (row) => day(row.decisionOn),
    },
    {
      key: "lastHeard",
      header: t("columns.lastHeard"),
      sortKey: "lastHeard",
      hideOnPhone: true,
      ...right,
      cell: (row) => day(row.lastHeardOn),
    },
    {
      key: "lastOrder",
      header: t("columns.lastOrder"),
      sortKey: "lastOrder",
      hideOnPhone: true,
      ...right,
      cell: (row) => day(row.lastOrderOn),
    },
    { key: "owner", header: t("columns.owner"), cell: (row) => row.owner?.name ?? t("nobody") },
  ];
}

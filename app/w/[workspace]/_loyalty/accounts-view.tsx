import Link from "next/link";
import { FilterBar } from "@/components/layout/filter-bar";
import { StateDot } from "@/components/metrics/state-dot";
import { STATE_WORDS, STATES, stateInWords, TAG_WORDS } from "@/components/metrics/state-words";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { formatCount } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatInScale, formatMoney, type MoneyScale, moneyColumn } from "@/lib/format/money";
import { formatChange, formatScore } from "@/lib/format/number";
import type { AccountListDto, AccountRowDto } from "@/lib/loyalty/account-list.types";
import { accountPath, withQuery, workspacePath } from "./paths";
import type { ReadAs } from "./words/read-as";

type AccountsViewProps = { list: AccountListDto; locale: string; workspace: string };

function NameCell({ row, workspace, as }: { row: AccountRowDto; workspace: string; as: ReadAs }) {
  const tags = row.tags.filter((tag) => tag !== "boundUntil").map((tag) => TAG_WORDS[tag]);
  const gone = row.lostOn ? `lost ${formatDay(row.lostOn, as.locale, as.asOf)}` : "not active";
  return (
    <div>
      <Link href={accountPath(workspace, row.id)} className="font-semibold hover:underline">
        {row.name}
      </Link>
      {row.sites > 0 ? (
        <span className="text-sm text-ink-3"> {formatCount(row.sites, "site")}</span>
      ) : null}
      <div className="text-sm text-ink-2">
        {row.state ? (
          <StateDot state={row.state.state}>
            {[stateInWords(row.state), ...tags].join(" · ")}
          </StateDot>
        ) : (
          gone
        )}
      </div>
    </div>
  );
}

function columns(props: AccountsViewProps, as: ReadAs): Column<AccountRowDto>[] {
  const { rows } = props.list;
  const scaleOf = (amounts: number[]): MoneyScale => moneyColumn(amounts, as.currency);
  const running = scaleOf(rows.map((row) => row.runningMinor));
  const risk = scaleOf(rows.map((row) => row.atRiskMinor ?? 0));
  const day = (iso: string | null) =>
    iso ? formatDay(iso, as.locale, as.asOf) : <span className="text-ink-3">–</span>;
  const right = { align: "right", className: "whitespace-nowrap" } as const;
  return [
    {
      key: "name",
      header: "Account",
      isName: true,
      sortKey: "name",
      className: "md:w-[26%]",
      cell: (row) => <NameCell row={row} workspace={props.workspace} as={as} />,
    },
    {
      key: "running",
      header: `Running revenue, ${as.currency}`,
      sortKey: "running",
      ...right,
      cell: (row) => formatInScale(row.runningMinor, running, as),
    },
    {
      key: "change",
      header: "On a year ago",
      sortKey: "change",
      ...right,
      cell: (row) => formatChange(row.change, as.locale),
    },
    {
      key: "behaviour",
      header: "Behaviour",
      sortKey: "behaviour",
      ...right,
      cell: (row) => formatScore(row.behaviour, as.locale),
    },
    {
      key: "attitude",
      header: "Attitude",
      sortKey: "attitude",
      ...right,
      cell: (row) => formatScore(row.attitude, as.locale),
    },
    {
      key: "atRisk",
      header: "At risk",
      sortKey: "atRisk",
      ...right,
      cell: (row) => formatInScale(row.atRiskMinor, risk, as),
    },
    {
      key: "decision",
      header: "Decision",
      sortKey: "decision",
      ...right,
      cell: (row) => day(row.decisionOn),
    },
    {
      key: "lastHeard",
      header: "Last heard",
      sortKey: "lastHeard",
      ...right,
      cell: (row) => day(row.lastHeardOn),
    },
    {
      key: "lastOrder",
      header: "Last order",
      sortKey: "lastOrder",
      ...right,
      cell: (row) => day(row.lastOrderOn),
    },
    { key: "owner", header: "Owner", cell: (row) => row.owner?.name ?? "nobody" },
  ];
}

function Filters({ list, workspace }: AccountsViewProps) {
  const { filter } = list;
  const options = (all: string, items: readonly { id: string; name: string }[]) => [
    { value: "", label: all },
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FilterBar
      action={workspacePath(workspace, "accounts")}
      search={{ name: "search", label: "Find an account", value: filter.search }}
      kept={{ sort: list.sort, direction: list.direction }}
      selects={[
        {
          name: "segment",
          label: "Segment",
          value: filter.segment?.id ?? "",
          options: options("All accounts", list.segments),
        },
        {
          name: "owner",
          label: "Owner",
          value: filter.owner?.id ?? "",
          options: options("Everyone", list.owners),
        },
        {
          name: "state",
          label: "State",
          value: filter.state ?? "",
          options: [
            { value: "", label: "Any" },
            ...STATES.map((state) => ({ value: state, label: STATE_WORDS[state].word })),
          ],
        },
      ]}
    />
  );
}

export function AccountsView(props: AccountsViewProps) {
  const { list, locale, workspace } = props;
  const as: ReadAs = { locale, currency: list.currency, asOf: list.asOf };
  const path = workspacePath(workspace, "accounts");
  const { filter } = list;
  const query = {
    search: filter.search,
    segment: filter.segment?.id,
    owner: filter.owner?.id,
    state: filter.state,
  };
  const isFiltered = Object.values(query).some(Boolean);
  const href = (more: Record<string, string>) => withQuery(path, { ...query, ...more });
  return (
    <>
      <div className="mb-5">
        <Filters {...props} />
      </div>
      <PageHeader
        title={`${formatCount(list.total, "account", "accounts", locale)}, ${formatMoney(list.totalRunningMinor, as)} running revenue.`}
        doubt={<span>as of {formatDay(list.asOf, locale)}</span>}
      />
      {list.rows.length === 0 ? (
        <EmptyState
          title={isFiltered ? "No account matches." : "There are no accounts yet."}
          action={
            isFiltered ? (
              <LinkButton href={path}>Show all accounts</LinkButton>
            ) : (
              <LinkButton kind="primary" href={workspacePath(workspace, "imports")}>
                Import accounts
              </LinkButton>
            )
          }
        >
          {isFiltered
            ? "Shorten the search or choose another segment, owner or state."
            : "Accounts, contacts and orders come from a CSV file."}
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption="Accounts"
            columns={columns(props, as)}
            rows={list.rows}
            rowKey={(row) => row.id}
            sort={{
              by: list.sort,
              direction: list.direction,
              href: (sort, direction) => href({ sort, direction }),
            }}
          />
          <Pagination
            page={list.page}
            pageSize={list.pageSize}
            total={list.total}
            what="accounts"
            href={(page) =>
              href({ sort: list.sort, direction: list.direction, page: String(page) })
            }
          />
        </Card>
      )}
    </>
  );
}

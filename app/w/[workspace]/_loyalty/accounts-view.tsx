import { FilterBar } from "@/components/layout/filter-bar";
import { STATE_WORDS, STATES } from "@/components/metrics/state-words";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { formatCount } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import type { AccountListDto } from "@/lib/loyalty/account-list.types";
import { accountColumns } from "./account-columns";
import { withQuery, workspacePath } from "./paths";
import type { ReadAs } from "./words/read-as";

type AccountsViewProps = {
  list: AccountListDto;
  locale: string;
  workspace: string;
  canEdit: boolean;
};

function Filters({ list, workspace }: Pick<AccountsViewProps, "list" | "workspace">) {
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
            { value: "notActive", label: "Not active" },
          ],
        },
        {
          name: "worklist",
          label: "Worklist",
          value: filter.worklist ? "1" : "",
          options: [
            { value: "", label: "On it or not" },
            { value: "1", label: "On it" },
          ],
        },
      ]}
    />
  );
}

export function AccountsView({ list, locale, workspace, canEdit }: AccountsViewProps) {
  const as: ReadAs = { locale, currency: list.currency, asOf: list.asOf };
  const path = workspacePath(workspace, "accounts");
  const { filter } = list;
  const query = {
    search: filter.search,
    segment: filter.segment?.id,
    owner: filter.owner?.id,
    state: filter.state,
    worklist: filter.worklist ? "1" : null,
  };
  const isFiltered = Object.values(query).some(Boolean);
  const href = (more: Record<string, string>) => withQuery(path, { ...query, ...more });
  return (
    <>
      <div className="mb-5">
        <Filters list={list} workspace={workspace} />
      </div>
      <PageHeader
        title={`${formatCount(list.total, "account", "accounts", locale)}, ${formatMoney(list.totalRunningMinor, as)} running revenue.`}
        doubt={<span>as of {formatDay(list.asOf, locale)}</span>}
        actions={
          canEdit ? (
            <LinkButton href={workspacePath(workspace, "accounts/new")}>New account</LinkButton>
          ) : null
        }
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
            columns={accountColumns(list.rows, workspace, as)}
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

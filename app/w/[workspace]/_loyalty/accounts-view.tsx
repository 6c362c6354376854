import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/layout/filter-bar";
import { STATES, stateWord } from "@/components/metrics/state-words";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AccountListDto } from "@/lib/loyalty/account-list.types";
import type { MapPlace } from "@/lib/segments/map-place";
import { accountColumns } from "./account-columns";
import { placeQuery, placeWords } from "./map-address";
import { withQuery, workspacePath } from "./paths";
import type { ReadAs } from "./words/read-as";

type AccountsViewProps = {
  list: AccountListDto;
  locale: string;
  workspace: string;
  canEdit: boolean;
};

function Filters({
  list,
  workspace,
  locale,
}: Pick<AccountsViewProps, "list" | "workspace" | "locale">) {
  const t = useTranslations("loyalty");
  const { filter } = list;
  const options = (all: string, items: readonly { id: string; name: string }[]) => [
    { value: "", label: all },
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <FilterBar
      action={workspacePath(workspace, "accounts")}
      search={{ name: "search", label: t("accounts.find"), value: filter.search }}
      kept={{ sort: list.sort, direction: list.direction, ...placeQuery(filter.place) }}
      selects={[
        {
          name: "segment",
          label: t("filter.segment"),
          value: filter.segment?.id ?? "",
          options: options(t("filter.allAccounts"), list.segments),
        },
        {
          name: "owner",
          label: t("filter.owner"),
          value: filter.owner?.id ?? "",
          options: options(t("filter.everyone"), list.owners),
        },
        {
          name: "state",
          label: t("filter.state"),
          value: filter.state ?? "",
          options: [
            { value: "", label: t("filter.any") },
            ...STATES.map((state) => ({ value: state, label: stateWord(state, locale) })),
            { value: "notActive", label: t("filter.notActive") },
          ],
        },
        {
          name: "worklist",
          label: t("filter.worklist"),
          value: filter.worklist ? "1" : "",
          options: [
            { value: "", label: t("filter.onItOrNot") },
            { value: "1", label: t("filter.onIt") },
          ],
        },
      ]}
    />
  );
}

function titleOf({ total, totalActive, totalRunningMinor }: AccountListDto, as: ReadAs): string {
  const t = staffWords(as.locale, "loyalty");
  if (total === 0) return t("accounts.titleNone");
  const said = { count: total, running: formatMoney(totalRunningMinor, as) };
  if (totalActive === total) return t("accounts.title", said);
  return t("accounts.titleSome", { ...said, active: totalActive });
}

/** The list is what was chosen on the map, until it is taken off. */
function OnMap({ place, href, as }: { place: MapPlace; href: string; as: ReadAs }) {
  const t = useTranslations("loyalty.choice");
  return (
    <span>
      {t("onMap", { place: placeWords(place, as.locale) })}{" "}
      <Link href={href} className="underline">
        {t("removePlace")}
      </Link>
    </span>
  );
}

export function AccountsView({ list, locale, workspace, canEdit }: AccountsViewProps) {
  const t = useTranslations("loyalty.accounts");
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
  const place = placeQuery(filter.place);
  const isFiltered = Object.values({ ...query, ...place }).some(Boolean);
  const href = (more: Record<string, string>) => withQuery(path, { ...query, ...place, ...more });
  return (
    <>
      <div className="mb-5">
        <Filters list={list} workspace={workspace} locale={locale} />
      </div>
      <PageHeader
        title={titleOf(list, as)}
        doubt={
          <>
            <span>{t("asOf", { date: formatDay(list.asOf, locale) })}</span>
            {filter.place ? (
              <OnMap place={filter.place} href={withQuery(path, query)} as={as} />
            ) : null}
          </>
        }
        actions={
          canEdit ? (
            <>
              <LinkButton href={workspacePath(workspace, "accounts/roles")}>
                {t("roles")}
              </LinkButton>
              <LinkButton href={workspacePath(workspace, "accounts/new")}>{t("new")}</LinkButton>
            </>
          ) : null
        }
      />
      {list.rows.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? "noMatch" : "none")}
          action={
            isFiltered ? (
              <LinkButton href={path}>{t("showAll")}</LinkButton>
            ) : (
              <LinkButton kind="primary" href={workspacePath(workspace, "imports")}>
                {t("import")}
              </LinkButton>
            )
          }
        >
          {t(isFiltered ? "noMatchText" : "noneText")}
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption={t("caption")}
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
            what={t("counted")}
            href={(page) =>
              href({ sort: list.sort, direction: list.direction, page: String(page) })
            }
          />
        </Card>
      )}
    </>
  );
}

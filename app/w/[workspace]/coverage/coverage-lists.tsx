import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { codeOf } from "@/lib/format/currency";
import { daysBetween, formatDay } from "@/lib/format/date";
import { formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import { LINES_OF_PAGE } from "@/lib/loyalty/coverage/page-of-list";
import type {
  CoveragePageDto,
  NotAskedLineDto,
  OneRelationshipDto,
  QuietLineDto,
  QuietListDto,
} from "@/lib/loyalty/coverage.types";
import { AccountCell } from "../_loyalty/account-cell";
import { accountPath, workspacePath } from "../_loyalty/paths";
import type { ReadAs } from "../_loyalty/words/read-as";
import { AskCell, AskPeople } from "./ask-cell";

export type ListsProps = {
  page: CoveragePageDto;
  as: ReadAs;
  workspace: string;
  pageHref: (list: string, page: number) => string;
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
};

type Named = Pick<QuietLineDto, "account" | "revenueMinor">;

type Common = { workspace: string; as: ReadAs };

function revenueColumn<Line extends Named>(lines: readonly Line[], as: ReadAs): Column<Line> {
  const t = staffWords(as.locale, "coverage");
  const scale = moneyColumn(
    lines.map(({ revenueMinor }) => revenueMinor),
    as.currency,
  );
  return {
    key: "revenue",
    header: t("columns.revenue", { currency: codeOf(as.currency) }),
    align: "right",
    className: "md:w-[13%] font-semibold whitespace-nowrap",
    cell: (line) => formatInScale(line.revenueMinor, scale, as),
  };
}

function HeardCell({ line, as }: { line: QuietLineDto; as: ReadAs }) {
  const t = useTranslations("coverage");
  const { lastHeardOn } = line;
  if (lastHeardOn === null) return <span className="text-ink-2">{t("neverHeard")}</span>;
  return (
    <span>
      {t("daysAgo", { days: daysBetween(lastHeardOn, as.asOf) })}
      <span className="block text-sm text-ink-2">{formatDay(lastHeardOn, as.locale, as.asOf)}</span>
    </span>
  );
}

function quietColumns<Line extends QuietLineDto>(
  { as, workspace }: Common,
  lines: readonly Line[],
): Column<Line>[] {
  const t = staffWords(as.locale, "coverage");
  return [
    {
      key: "account",
      header: t("columns.account"),
      isName: true,
      className: "md:w-[24%]",
      cell: (line) => (
        <AccountCell account={line.account} state={line.state} workspace={workspace} as={as} />
      ),
    },
    revenueColumn(lines, as),
    {
      key: "heard",
      header: t("columns.lastHeard"),
      className: "md:w-[14%]",
      cell: (line) => <HeardCell line={line} as={as} />,
    },
    {
      key: "owner",
      header: t("columns.owner"),
      className: "md:w-[14%]",
      cell: (line) => line.owner?.name ?? staffWords(as.locale, "loyalty")("nobody"),
    },
  ];
}

type ListCardProps<Line> = {
  id: string;
  words: "notAsked" | "silent" | "noSigner" | "one";
  list: QuietListDto<Line>;
  columns: Column<Line>[];
  rowKey: (line: Line) => string;
  groupOf?: (line: Line) => string;
  more?: ReactNode;
} & Omit<ListsProps, "page" | "workspace">;

function ListCard<Line>(props: ListCardProps<Line>) {
  const { id, words, list, columns, rowKey, groupOf, more, as, pageHref, fileOf } = props;
  const t = useTranslations("coverage");
  const frame = useTranslations("chart.frame");
  const amount = formatMoney(list.revenueMinor, as);
  const title = t(`${words}.title`);
  return (
    <Card id={id} title={title} note={t(`${words}.note`, { count: list.total, amount })}>
      {list.total === 0 ? (
        <p className="py-3 text-ink-2">{t(`${words}.empty`)}</p>
      ) : (
        <>
          <DataTable
            caption={t(`${words}.caption`)}
            columns={columns}
            rows={list.lines}
            rowKey={rowKey}
            {...(groupOf ? { groupOf } : {})}
          />
          {list.page === null ? null : (
            <Pagination
              page={list.page}
              pageSize={LINES_OF_PAGE}
              total={list.total}
              what={staffWords(as.locale, "loyalty")("accounts.counted")}
              href={(page) => pageHref(id, page)}
            />
          )}
          <div className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2 print:hidden">
            {list.page === null && list.total > list.lines.length ? (
              <Link href={pageHref(id, 1)} className="underline hover:text-ink">
                {t("all", { count: list.total })}
              </Link>
            ) : null}
            {(["csv", "xlsx"] as const).map((format) => (
              <a
                key={format}
                href={fileOf(id)(format)}
                download
                className="underline hover:text-ink"
                aria-label={frame(format === "csv" ? "csvOf" : "xlsxOf", { title })}
              >
                {format.toUpperCase()}
              </a>
            ))}
          </div>
        </>
      )}
      {more}
    </Card>
  );
}

export function NotAskedList(props: ListsProps) {
  const t = useTranslations("coverage");
  const { page, as, workspace } = props;
  const { notAsked, survey, canAsk } = page;
  const columns: Column<NotAskedLineDto>[] = [
    ...quietColumns<NotAskedLineDto>(props, notAsked.lines),
    {
      key: "who",
      header: t("columns.who"),
      cell: (line) => <AskPeople line={line} locale={as.locale} />,
    },
    {
      key: "action",
      header: t("columns.action"),
      hideHeader: true,
      className: "md:w-px md:text-right",
      cell: (line) => <AskCell line={line} page={page} workspace={workspace} locale={as.locale} />,
    },
  ];
  const hint = survey === null ? "noSurvey" : canAsk ? null : "notYours";
  return (
    <ListCard
      {...props}
      id="not-asked"
      words="notAsked"
      list={notAsked}
      columns={columns}
      rowKey={(line) => line.account.id}
      more={
        notAsked.total === 0 || hint === null ? null : (
          <p className="mt-3 text-sm text-ink-2">
            {t(`notAsked.${hint}`)}{" "}
            {hint === "noSurvey" && canAsk ? (
              <LinkButton size="small" href={workspacePath(workspace, "surveys")}>
                {staffWords(as.locale, "shell")("navigation.surveys")}
              </LinkButton>
            ) : null}
          </p>
        )
      }
    />
  );
}

function linkColumn(
  label: string,
  labelFor: (account: string) => string,
  hrefOf: (line: QuietLineDto) => string,
): Column<QuietLineDto> {
  return {
    key: "action",
    header: label,
    hideHeader: true,
    className: "md:w-px md:text-right",
    cell: (line) => (
      <Link
        href={hrefOf(line)}
        aria-label={labelFor(line.account.name)}
        className={buttonClass("outline", "small")}
      >
        {label}
      </Link>
    ),
  };
}

export function SilentList(props: ListsProps) {
  const t = useTranslations("coverage");
  const { page, workspace } = props;
  const call = linkColumn(
    t("silent.call"),
    (account) => t("silent.callFor", { account }),
    (line) => `${accountPath(workspace, line.account.id)}?log=call#log`,
  );
  return (
    <ListCard
      {...props}
      id="silent"
      words="silent"
      list={page.silent}
      columns={[...quietColumns(props, page.silent.lines), ...(page.canLog ? [call] : [])]}
      rowKey={(line) => line.account.id}
    />
  );
}

export function NoSignerList(props: ListsProps) {
  const t = useTranslations("coverage");
  const { page, workspace } = props;
  const add = linkColumn(
    t("notAsked.addPerson"),
    (account) => `${t("notAsked.addPerson")}: ${account}`,
    (line) => `${accountPath(workspace, line.account.id)}?person=new#person`,
  );
  return (
    <ListCard
      {...props}
      id="no-signer"
      words="noSigner"
      list={page.noDecisionMaker}
      columns={[...quietColumns(props, page.noDecisionMaker.lines), ...(page.canLog ? [add] : [])]}
      rowKey={(line) => line.account.id}
    />
  );
}

export function OneRelationshipList(props: ListsProps) {
  const t = useTranslations("coverage");
  const { page, as, workspace } = props;
  if (page.oneRelationship === null) return null;
  const { lines } = page.oneRelationship;
  const columns: Column<OneRelationshipDto>[] = [
    {
      key: "account",
      header: t("columns.account"),
      isName: true,
      className: "md:w-[24%]",
      cell: ({ account }) => (
        <Link href={accountPath(workspace, account.id)} className="font-semibold hover:underline">
          {account.name}
        </Link>
      ),
    },
    revenueColumn(lines, as),
    { key: "colleague", header: t("one.colleague"), cell: ({ colleague }) => colleague.name },
    {
      key: "why",
      header: t("one.why"),
      isParagraph: true,
      cell: ({ contacts, peopleWithColleague: people, people: all }) =>
        t("one.contacts", { contacts, people, all }),
    },
    { key: "owner", header: t("columns.owner"), cell: ({ owner }) => owner?.name ?? "–" },
  ];
  return (
    <ListCard
      {...props}
      id="one-relationship"
      words="one"
      list={page.oneRelationship}
      columns={columns}
      rowKey={(line) => line.account.id}
      groupOf={(line) => t(line.isOwner ? "one.owner" : "one.notOwner")}
    />
  );
}

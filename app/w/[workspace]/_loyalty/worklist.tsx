import { useTranslations } from "next-intl";
import { tagWord } from "@/components/metrics/state-words";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { formatDay, formatDaysLeft } from "@/lib/format/date";
import { formatInScale, moneyColumn } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import { reasonSentence } from "@/lib/loyalty/words/reason-words";
import type { WorklistDto, WorklistGroupKey, WorklistLineDto } from "@/lib/loyalty/worklist.types";
import { AccountCell } from "./account-cell";
import { accountPath } from "./paths";
import type { ReadAs } from "./words/read-as";
import { actionWords, lossShareWords, worklistNote } from "./words/worklist-words";

type WorklistProps = {
  worklist: WorklistDto;
  as: ReadAs;
  workspace: string;
  /** Every line, where only the first are shown. */
  moreHref: string | null;
  hasOwners: boolean;
  canLog: boolean;
};

type Line = WorklistLineDto & { group: WorklistGroupKey };

const SHOWN_TAGS = new Set(["lockedIn", "captive", "runsByItself"]);

type CellProps = { line: Line; workspace: string; as: ReadAs };

/** Silence has its own kind of case; the others are told in the note. */
function caseHref(path: string, { reasons }: Line): string {
  const isSilent = reasons[0]?.code === "silent" || reasons[0]?.code === "notAsked";
  return `${path}?log=case${isSilent ? "&about=silence" : ""}#case`;
}

function NameCell({ line, ...props }: CellProps) {
  const tags = line.tags
    .filter((tag) => SHOWN_TAGS.has(tag))
    .map((tag) => tagWord(tag, props.as.locale));
  return <AccountCell account={line.account} state={line.state} tags={tags} {...props} />;
}

function ByWhenCell({ byWhen, as }: { byWhen: Line["byWhen"]; as: ReadAs }) {
  const t = useTranslations("loyalty.worklist");
  if (!byWhen) return <span className="text-ink-3">{t("noDate")}</span>;
  // A day that passed, not a thing that was to be done by it.
  const isLost = byWhen.kind === "countsAsLost" && byWhen.daysLeft < 0;
  const isNear = byWhen.daysLeft <= 14 && !isLost;
  return (
    <span className="phone:text-right">
      {formatDay(byWhen.on, as.locale, as.asOf)}
      {isNear ? (
        <b className="font-semibold">, {formatDaysLeft(byWhen.daysLeft, as.locale)}</b>
      ) : null}
      <span className="block text-sm text-ink-2">
        {t(`byWhen.${isLost ? "countedAsLost" : byWhen.kind}`)}
      </span>
    </span>
  );
}

function ActionCell({ line, workspace, as, canLog }: CellProps & { canLog: boolean }) {
  const t = useTranslations("loyalty.worklist");
  const path = accountPath(workspace, line.account.id);
  const action = actionWords(line.action, as);
  const href = line.action.kind === "logCall" ? `${path}?log=call#log` : path;
  return (
    <span className="inline-flex items-center gap-x-4 gap-y-1 md:flex-col md:items-end">
      <Link
        href={href}
        aria-label={t("actionFor", { action, account: line.account.name })}
        className={buttonClass("outline", "small")}
      >
        {action}
      </Link>
      {canLog && line.action.kind !== "closeCase" ? (
        <Link
          href={caseHref(path, line)}
          aria-label={t("openCaseFor", { account: line.account.name })}
          className="text-sm whitespace-nowrap text-ink-2 underline hover:text-ink"
        >
          {t("openCase")}
        </Link>
      ) : null}
    </span>
  );
}

function columns({ worklist, as, workspace, hasOwners, canLog }: WorklistProps): Column<Line>[] {
  const t = staffWords(as.locale, "loyalty");
  const amounts = worklist.groups.flatMap((group) => group.lines.map((line) => line.atRiskMinor));
  const scale = moneyColumn(amounts, as.currency);
  const hasOwner = worklist.groups.some((group) => group.lines.some((line) => line.owner !== null));
  const all: (Column<Line> | null)[] = [
    {
      key: "account",
      header: t("columns.account"),
      isName: true,
      className: "md:w-[21%]",
      cell: (line) => <NameCell line={line} workspace={workspace} as={as} />,
    },
    {
      key: "byWhen",
      header: t("worklist.columns.byWhen"),
      className: "md:w-[15%]",
      cell: (line) => <ByWhenCell byWhen={line.byWhen} as={as} />,
    },
    {
      key: "atRisk",
      header: t("columns.atRisk"),
      align: "right",
      className: "md:w-[9%] font-semibold whitespace-nowrap",
      cell: (line) => (
        <span title={lossShareWords(line, as.locale)}>
          {formatInScale(line.atRiskMinor, scale, as)}
        </span>
      ),
    },
    {
      key: "why",
      header: t("worklist.columns.why"),
      isParagraph: true,
      cell: (line) => reasonSentence(line.reasons, as),
    },
    hasOwners && hasOwner
      ? {
          key: "owner",
          header: t("columns.owner"),
          className: "md:w-[11%]",
          cell: (line) => line.owner?.name ?? t("nobody"),
        }
      : null,
    {
      key: "action",
      header: t("worklist.columns.nextStep"),
      hideHeader: true,
      className: "md:w-px md:text-right",
      cell: (line) => <ActionCell line={line} workspace={workspace} as={as} canLog={canLog} />,
    },
  ];
  return all.filter((column) => column !== null);
}

/** What is taken care of until a day: it comes back by itself. */
function Resting({
  worklist,
  workspace,
  as,
}: Pick<WorklistProps, "worklist" | "workspace" | "as">) {
  const t = useTranslations("loyalty");
  const { resting, sleeping } = worklist;
  if (resting.length === 0) return null;
  return (
    <details className="mt-3 text-sm text-ink-2">
      <summary className="w-fit cursor-pointer underline hover:text-ink">
        {t("worklist.resting", { count: sleeping })}
      </summary>
      <ul className="mt-2">
        {resting.map(({ account, until }) => (
          <li key={account.id} className="flex max-w-md justify-between gap-4 py-1">
            <Link
              href={accountPath(workspace, account.id)}
              className="min-w-0 font-semibold text-ink hover:underline"
            >
              {account.name}
            </Link>
            {until ? (
              <span className="whitespace-nowrap">
                {t("worklist.until", { date: formatDay(until, as.locale, as.asOf) })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {sleeping > resting.length ? (
        <p className="mt-1">{t("andMore", { count: sleeping - resting.length })}</p>
      ) : null}
    </details>
  );
}

/** Who needs somebody, by when, and why: the list of next actions. */
export function Worklist(props: WorklistProps) {
  const t = useTranslations("loyalty");
  const { worklist, moreHref, as } = props;
  const lines = worklist.groups.flatMap((group) =>
    group.lines.map((line): Line => ({ ...line, group: group.key })),
  );
  const hidden = worklist.total - lines.length;
  return (
    <Card id="worklist" title={t("worklist.title")} note={worklistNote(worklist, as)}>
      {lines.length === 0 ? (
        <p className="py-4 text-ink-2">{t("worklist.empty")}</p>
      ) : (
        <DataTable
          caption={t("worklist.caption")}
          columns={columns(props)}
          rows={lines}
          rowKey={(line) => line.account.id}
          groupOf={(line) => t(`worklist.groups.${line.group}`)}
        />
      )}
      {hidden > 0 ? (
        <p className="mt-3 text-sm">
          {moreHref ? (
            <Link href={moreHref} className="text-ink-2 underline hover:text-ink">
              {t("andMore", { count: hidden })}
            </Link>
          ) : (
            <span className="text-ink-2">{t("andMore", { count: hidden })}</span>
          )}
        </p>
      ) : null}
      <Resting worklist={worklist} workspace={props.workspace} as={as} />
    </Card>
  );
}

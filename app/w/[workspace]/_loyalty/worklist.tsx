import Link from "next/link";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords, TAG_WORDS } from "@/components/metrics/state-words";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatCount } from "@/lib/format/count";
import { formatDay, formatDaysLeft } from "@/lib/format/date";
import { formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import type { WorklistDto, WorklistGroupKey, WorklistLineDto } from "@/lib/loyalty/worklist.types";
import { accountPath } from "./paths";
import type { ReadAs } from "./words/read-as";
import { reasonSentence } from "./words/reason-words";
import { actionWords, BY_WHEN_WORDS, GROUP_WORDS, lossShareWords } from "./words/worklist-words";

type WorklistProps = {
  worklist: WorklistDto;
  as: ReadAs;
  workspace: string;
  /** Every line, where only the first are shown. */
  moreHref: string | null;
  hasOwners: boolean;
};

type Line = WorklistLineDto & { group: WorklistGroupKey };

const SHOWN_TAGS = new Set(["lockedIn", "captive", "runsByItself"]);

function AccountCell({ line, workspace }: { line: Line; workspace: string }) {
  const tags = line.tags.filter((tag) => SHOWN_TAGS.has(tag)).map((tag) => TAG_WORDS[tag]);
  return (
    <div>
      <Link
        href={accountPath(workspace, line.account.id)}
        className="font-semibold hover:underline"
      >
        {line.account.name}
      </Link>
      {line.state ? (
        <div className="text-sm text-ink-2">
          <StateDot state={line.state.state}>
            {[stateInWords(line.state), ...tags].join(" · ")}
          </StateDot>
        </div>
      ) : null}
    </div>
  );
}

function ByWhenCell({ byWhen, as }: { byWhen: Line["byWhen"]; as: ReadAs }) {
  if (!byWhen) return <span className="text-ink-3">no date</span>;
  const isNear = byWhen.daysLeft <= 14;
  return (
    <span className="max-md:text-right">
      {formatDay(byWhen.on, as.locale, as.asOf)}
      {isNear ? (
        <b className="font-semibold">, {formatDaysLeft(byWhen.daysLeft, as.locale)}</b>
      ) : null}
      <span className="block text-sm text-ink-2">{BY_WHEN_WORDS[byWhen.kind]}</span>
    </span>
  );
}

function ActionCell({ line, workspace, as }: { line: Line; workspace: string; as: ReadAs }) {
  const path = accountPath(workspace, line.account.id);
  const words = actionWords(line.action, as);
  const href = line.action.kind === "logCall" ? `${path}?log=call#log` : path;
  return (
    <Link
      href={href}
      aria-label={`${words}: ${line.account.name}`}
      className={buttonClass("outline", "small")}
    >
      {words}
    </Link>
  );
}

function columns({ worklist, as, workspace, hasOwners }: WorklistProps): Column<Line>[] {
  const amounts = worklist.groups.flatMap((group) => group.lines.map((line) => line.atRiskMinor));
  const scale = moneyColumn(amounts, as.currency);
  const hasOwner = worklist.groups.some((group) => group.lines.some((line) => line.owner !== null));
  const all: (Column<Line> | null)[] = [
    {
      key: "account",
      header: "Account",
      isName: true,
      className: "md:w-[21%]",
      cell: (line) => <AccountCell line={line} workspace={workspace} />,
    },
    {
      key: "byWhen",
      header: "By when",
      className: "md:w-[15%]",
      cell: (line) => <ByWhenCell byWhen={line.byWhen} as={as} />,
    },
    {
      key: "atRisk",
      header: "At risk",
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
      header: "Why",
      className: "max-md:block max-md:before:hidden",
      cell: (line) => reasonSentence(line.reasons, as),
    },
    hasOwners && hasOwner
      ? {
          key: "owner",
          header: "Owner",
          className: "md:w-[11%]",
          cell: (line) => line.owner?.name ?? "nobody",
        }
      : null,
    {
      key: "action",
      header: "Next step",
      hideHeader: true,
      className: "md:w-px md:text-right",
      cell: (line) => <ActionCell line={line} workspace={workspace} as={as} />,
    },
  ];
  return all.filter((column) => column !== null);
}

function noteOf({ worklist, as }: WorklistProps): string {
  const basis =
    worklist.learnedFromAccounts > 0
      ? `loss shares learned from ${formatCount(worklist.learnedFromAccounts, "account-year", "account-years", as.locale)}`
      : "loss shares assumed until there is more history";
  const parts = [`By when, then revenue at risk (${as.currency}; ${basis})`];
  if (worklist.total > 0) parts.push(`${formatMoney(worklist.atRiskTotalMinor, as)} in all`);
  if (worklist.sleeping > 0) {
    parts.push(`${worklist.sleeping} resting until a dated next step`);
  }
  return parts.join(" · ");
}

/** Who needs somebody, by when, and why: the list of next actions. */
export function Worklist(props: WorklistProps) {
  const { worklist, moreHref } = props;
  const lines = worklist.groups.flatMap((group) =>
    group.lines.map((line): Line => ({ ...line, group: group.key })),
  );
  const hidden = worklist.total - lines.length;
  return (
    <Card id="worklist" title="Worklist" note={noteOf(props)}>
      {lines.length === 0 ? (
        <p className="py-4 text-ink-2">
          Nobody needs a call today: no notice, no decision, no promise and no silence stands out.
        </p>
      ) : (
        <DataTable
          caption="Accounts that need somebody, the most urgent first"
          columns={columns(props)}
          rows={lines}
          rowKey={(line) => line.account.id}
          groupOf={(line) => GROUP_WORDS[line.group]}
        />
      )}
      {hidden > 0 ? (
        <p className="mt-3 text-sm">
          {moreHref ? (
            <Link href={moreHref} className="text-ink-2 underline hover:text-ink">
              and {hidden} more
            </Link>
          ) : (
            <span className="text-ink-2">and {hidden} more</span>
          )}
        </p>
      ) : null}
    </Card>
  );
}

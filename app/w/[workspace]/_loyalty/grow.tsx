import Link from "next/link";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords } from "@/components/metrics/state-words";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import type { DefinitionDto } from "@/lib/loyalty/figures.types";
import type { GrowDto, GrowLineDto } from "@/lib/loyalty/grow.types";
import { FormulaPopover } from "./formula-popover";
import { accountPath } from "./paths";
import { roomSentence } from "./words/grow-words";
import type { ReadAs } from "./words/read-as";

type GrowProps = {
  grow: GrowDto;
  as: ReadAs;
  workspace: string;
  definitions: readonly DefinitionDto[];
  /** Every line, where only the first are shown. */
  moreHref: string;
};

function AccountCell({ line, workspace }: { line: GrowLineDto; workspace: string }) {
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
          <StateDot state={line.state.state}>{stateInWords(line.state)}</StateDot>
        </div>
      ) : null}
    </div>
  );
}

function columns({ grow, as, workspace }: GrowProps): Column<GrowLineDto>[] {
  const scale = moneyColumn(
    grow.lines.map((line) => line.roomMinor),
    as.currency,
  );
  return [
    {
      key: "account",
      header: "Account",
      isName: true,
      className: "md:w-[26%]",
      cell: (line) => <AccountCell line={line} workspace={workspace} />,
    },
    {
      key: "room",
      header: `Room a year, ${as.currency}`,
      align: "right",
      className: "md:w-[14%] font-semibold whitespace-nowrap",
      cell: (line) => formatInScale(line.roomMinor, scale, as),
    },
    {
      key: "why",
      header: "Of what",
      className: "max-md:block max-md:before:hidden",
      cell: (line) => roomSentence(line, as),
    },
    { key: "owner", header: "Owner", cell: (line) => line.owner?.name ?? "nobody" },
  ];
}

/** With whom more could be done: a list of its own, never among those at risk. */
export function Grow(props: GrowProps) {
  const { grow, as, definitions, moreHref } = props;
  if (grow.total === 0) return null;
  const hidden = grow.total - grow.lines.length;
  const note = `Those who want to stay first, then by room: ${formatMoney(grow.knownMinor, as)} known, ${formatMoney(grow.typicalMinor, as)} typical, not promised`;
  return (
    <Card id="grow" title="Grow" note={note}>
      <DataTable
        caption="Accounts with room to grow, those who want to stay first"
        columns={columns(props)}
        rows={grow.lines}
        rowKey={(line) => line.account.id}
        groupOf={(line) =>
          line.isConvinced ? "Wants to stay" : "Not convinced, or not heard from"
        }
      />
      <div className="mt-3 flex flex-wrap gap-x-3 text-sm text-ink-2">
        {hidden > 0 ? (
          <Link href={moreHref} className="underline hover:text-ink">
            and {hidden} more
          </Link>
        ) : null}
        <FormulaPopover
          id="grow-definition"
          keys={["growList", "roomToGrow"]}
          definitions={definitions}
        />
      </div>
    </Card>
  );
}

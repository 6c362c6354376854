import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { codeOf } from "@/lib/format/currency";
import { formatInScale, formatMoney, moneyColumn } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { DefinitionDto } from "@/lib/loyalty/figures.types";
import type { GrowDto, GrowLineDto } from "@/lib/loyalty/grow.types";
import { AccountCell } from "./account-cell";
import { FormulaPopover } from "./formula-popover";
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

function columns({ grow, as, workspace }: GrowProps): Column<GrowLineDto>[] {
  const t = staffWords(as.locale, "loyalty");
  const scale = moneyColumn(
    grow.lines.map((line) => line.roomMinor),
    as.currency,
  );
  return [
    {
      key: "account",
      header: t("columns.account"),
      isName: true,
      className: "md:w-[26%]",
      cell: (line) => (
        <AccountCell account={line.account} state={line.state} workspace={workspace} as={as} />
      ),
    },
    {
      key: "room",
      header: t("grow.room", { currency: codeOf(as.currency) }),
      align: "right",
      className: "md:w-[14%] font-semibold whitespace-nowrap",
      cell: (line) => formatInScale(line.roomMinor, scale, as),
    },
    {
      key: "why",
      header: t("grow.ofWhat"),
      isParagraph: true,
      cell: (line) => roomSentence(line, as),
    },
    { key: "owner", header: t("columns.owner"), cell: (line) => line.owner?.name ?? t("nobody") },
  ];
}

/** With whom more could be done: a list of its own, never among those at risk. */
export function Grow(props: GrowProps) {
  const t = useTranslations("loyalty");
  const { grow, as, definitions, moreHref } = props;
  if (grow.total === 0) return null;
  const hidden = grow.total - grow.lines.length;
  const note = t("grow.note", {
    known: formatMoney(grow.knownMinor, as),
    typical: formatMoney(grow.typicalMinor, as),
  });
  return (
    <Card id="grow" title={t("grow.title")} note={note}>
      <DataTable
        caption={t("grow.caption")}
        columns={columns(props)}
        rows={grow.lines}
        rowKey={(line) => line.account.id}
        groupOf={(line) => t(line.isConvinced ? "grow.wantsToStay" : "grow.notConvinced")}
      />
      <div className="mt-3 flex flex-wrap gap-x-3 text-sm text-ink-2">
        {hidden > 0 ? (
          <Link href={moreHref} className="underline hover:text-ink">
            {t("andMore", { count: hidden })}
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

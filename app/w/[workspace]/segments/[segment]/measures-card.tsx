import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { staffWords } from "@/lib/i18n/staff-words";
import type { TileDto } from "@/lib/loyalty/figures.types";
import { measureName, shortHelpSentence } from "@/lib/loyalty/measure-names";
import type { SegmentMeasureDto, SegmentMeasuresDto } from "@/lib/loyalty/segment-measures.types";
import { FormulaPopover } from "../../_loyalty/formula-popover";
import { withQuery, workspacePath } from "../../_loyalty/paths";
import {
  basisWords,
  tileInterval,
  tileValue,
  verdictWords,
} from "../../_loyalty/words/measure-words";
import type { ReadAs } from "../../_loyalty/words/read-as";

type MeasuresCardProps = { measures: SegmentMeasuresDto; workspace: string; locale: string };

function Value({ tile, as }: { tile: TileDto; as: ReadAs }) {
  const value = tileValue(tile, as);
  if (value === null) return <span className="text-ink-3">–</span>;
  const interval = tileInterval(tile, as);
  return (
    <>
      <span className="font-semibold">{value}</span>
      {interval ? <span className="block text-sm text-ink-3">{interval}</span> : null}
    </>
  );
}

/** Of how many, and what was aimed at; or why there is no figure. */
function basisOf(own: TileDto | null, as: ReadAs): string {
  const t = staffWords(as.locale, "segments");
  if (own === null) return t("measures.notSuited");
  if (own.value === null) return own.help ? shortHelpSentence(own.help, as.locale) : "";
  const aims = ["belowTarget", "aboveTarget", "onTarget"];
  const aim = own.verdict && aims.includes(own.verdict.kind) ? own.verdict : null;
  const basis = basisWords({ ...own, mover: null }, as);
  return aim ? `${basis}; ${verdictWords(aim, own.unit, as)}` : basis;
}

function verdictOf({ isReal, difference }: SegmentMeasureDto, locale: string): string {
  const t = staffWords(locale, "segments");
  if (isReal === null) return t("measures.notTold");
  if (!isReal || difference === null) return t("measures.notReal");
  return t(difference > 0 ? "measures.above" : "measures.below");
}

function columns(as: ReadAs, workspace: string): Column<SegmentMeasureDto>[] {
  const t = staffWords(as.locale, "segments");
  return [
    {
      key: "measure",
      header: t("measures.measure"),
      isName: true,
      cell: ({ key }) => (
        <Link
          href={withQuery(workspacePath(workspace, "compare"), { measure: key })}
          className="font-semibold hover:underline"
        >
          {measureName(key, as.locale)}
        </Link>
      ),
    },
    {
      key: "own",
      header: t("measures.own"),
      align: "right",
      cell: ({ own }) => (own ? <Value tile={own} as={as} /> : "–"),
    },
    {
      key: "all",
      header: t("measures.all"),
      align: "right",
      cell: ({ all }) => <Value tile={all} as={as} />,
    },
    {
      key: "verdict",
      header: t("measures.verdict"),
      cell: (row) => (
        <span className={row.isReal === true ? "font-semibold" : "text-ink-2"}>
          {verdictOf(row, as.locale)}
        </span>
      ),
    },
    {
      key: "basis",
      header: t("measures.basis"),
      cell: ({ own }) => <span className="text-sm text-ink-2">{basisOf(own, as)}</span>,
    },
  ];
}

/** Every measure of the segment beside that of all accounts, and which of them really differ. */
export function MeasuresCard({ measures, workspace, locale }: MeasuresCardProps) {
  const t = staffWords(locale, "segments");
  const { asOf, currency } = measures;
  return (
    <Card id="measures" title={t("measures.title")} note={t("measures.note")} className="mt-6">
      <DataTable
        caption={t("measures.title")}
        columns={columns({ locale, currency, asOf }, workspace)}
        rows={measures.measures}
        rowKey={({ key }) => key}
      />
      <div className="mt-2 text-sm text-ink-2">
        <FormulaPopover
          id="measures-formula"
          keys={["intervalDifference", "benjaminiHochberg"]}
          definitions={measures.definitions}
        />
      </div>
    </Card>
  );
}

import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/format/number";
import type { BothWaysDto } from "@/lib/surveys/answers/build-both-ways";
import { figureWords, heldByReason, FIGURES as W } from "./_words";

type Line = { what: string; people: number; figure: string };

/** What counts, what would count with unsent choices, what is kept aside, and who only looked. */
function bothWaysLines(figures: BothWaysDto, locale: string): Line[] {
  const { confirmed, withProvisional, heldPeople, visitedOnly } = figures;
  return [
    { what: W.confirmed, people: confirmed.n, figure: figureWords(figures, confirmed, locale) },
    {
      what: W.withProvisional,
      people: withProvisional.n,
      figure: figureWords(figures, withProvisional, locale),
    },
    { what: W.held, people: heldPeople, figure: heldByReason(figures, locale) },
    { what: W.visitedOnly, people: visitedOnly, figure: "" },
  ];
}

function BothWaysTable({ figures, locale }: { figures: BothWaysDto; locale: string }) {
  const columns: Column<Line>[] = [
    { key: "what", header: W.way, isName: true, cell: (line) => line.what },
    {
      key: "people",
      header: W.people,
      align: "right",
      cell: (line) => formatNumber(line.people, locale),
    },
    { key: "figure", header: W.figure, cell: (line) => line.figure },
  ];
  return (
    <DataTable
      caption={W.caption}
      columns={columns}
      rows={bothWaysLines(figures, locale)}
      rowKey={(line) => line.what}
    />
  );
}

/** Below a formula, where one asks how the figure is computed. */
export function BothWaysSection({ figures, locale }: { figures: BothWaysDto; locale: string }) {
  return (
    <section className="mt-4" aria-label={W.caption}>
      <h3 className="font-semibold">{W.caption}</h3>
      <p className="mb-1 text-sm text-ink-2">{W.sectionNote}</p>
      <BothWaysTable figures={figures} locale={locale} />
    </section>
  );
}

type BothWaysCardProps = {
  workspace: string;
  figures: BothWaysDto;
  locale: string;
  canReview: boolean;
};

export function BothWaysCard({ workspace, figures, locale, canReview }: BothWaysCardProps) {
  const waits = figures.heldPeople + figures.provisional > 0;
  return (
    <Card
      id="both-ways"
      title={W.title}
      note={W.note}
      actions={
        canReview && waits ? (
          <LinkButton size="small" href={`/w/${workspace}/answers/held`}>
            {W.review}
          </LinkButton>
        ) : null
      }
    >
      <BothWaysTable figures={figures} locale={locale} />
    </Card>
  );
}

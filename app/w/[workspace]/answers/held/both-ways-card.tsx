import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { BothWaysDto } from "@/lib/surveys/answers/build-both-ways";
import { figureWords, heldByReason } from "./_words";

type Line = { what: string; people: number; figure: string };

/** What counts, what would count with unsent choices, what is kept aside, and who only looked. */
function bothWaysLines(figures: BothWaysDto, locale: string): Line[] {
  const t = staffWords(locale, "answers");
  const { confirmed, withProvisional, heldPeople, visitedOnly } = figures;
  return [
    {
      what: t("bothWays.confirmed"),
      people: confirmed.n,
      figure: figureWords(figures, confirmed, locale),
    },
    {
      what: t("bothWays.withProvisional"),
      people: withProvisional.n,
      figure: figureWords(figures, withProvisional, locale),
    },
    { what: t("bothWays.held"), people: heldPeople, figure: heldByReason(figures, locale) },
    { what: t("bothWays.visitedOnly"), people: visitedOnly, figure: "" },
  ];
}

function BothWaysTable({ figures, locale }: { figures: BothWaysDto; locale: string }) {
  const t = useTranslations("answers.bothWays");
  const columns: Column<Line>[] = [
    { key: "what", header: t("way"), isName: true, cell: (line) => line.what },
    {
      key: "people",
      header: t("people"),
      align: "right",
      cell: (line) => formatNumber(line.people, locale),
    },
    { key: "figure", header: t("figure"), cell: (line) => line.figure },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={bothWaysLines(figures, locale)}
      rowKey={(line) => line.what}
    />
  );
}

/** Below a formula, where one asks how the figure is computed. */
export function BothWaysSection({ figures, locale }: { figures: BothWaysDto; locale: string }) {
  const t = useTranslations("answers.bothWays");
  return (
    <section className="mt-4" aria-label={t("caption")}>
      <h3 className="font-semibold">{t("caption")}</h3>
      <p className="mb-1 text-sm text-ink-2">{t("sectionNote")}</p>
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
  const t = useTranslations("answers.bothWays");
  const waits = figures.heldPeople + figures.provisional > 0;
  return (
    <Card
      id="both-ways"
      title={t("title")}
      note={t("note")}
      actions={
        canReview && waits ? (
          <LinkButton size="small" href={`/w/${workspace}/answers/held`}>
            {t("review")}
          </LinkButton>
        ) : null
      }
    >
      <BothWaysTable figures={figures} locale={locale} />
    </Card>
  );
}

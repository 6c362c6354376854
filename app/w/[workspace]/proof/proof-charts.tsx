import { useTranslations } from "next-intl";
import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { FigureTableView } from "@/components/charts/figure-table-view";
import { formatNumber, formatPercent, formatScore } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import type { BandProofDto, ProofDto } from "@/lib/loyalty/proof.types";
import { estimateWords } from "../_report/estimate-words";
import { chosenProof, pairsTable } from "./proof-tables";
import { bandName, countsWords, raceWords, verdictOf } from "./proof-words";

type ChartProps = { proof: ProofDto; locale: string };

function retainedRow(
  row: { key: string; label: string; note?: string },
  retained: EstimateDto,
  locale: string,
): BarRow {
  const t = staffWords(locale, "proof");
  const { value, low, high, n } = retained;
  const isFew = value === null && n > 0;
  const words = isFew
    ? t("tooFew")
    : estimateWords(retained, locale, (share) => formatPercent(share, locale));
  return {
    note: t("ofAccounts", { n }),
    ...row,
    to: value,
    low,
    high,
    words,
    tone: "accent",
  };
}

function bandRows(proof: ProofDto, part: BandProofDto, locale: string): BarRow[] {
  return part.bands.map((band) =>
    retainedRow(
      {
        key: String(band.rank),
        label: bandName(proof.chosen, band, locale),
        note: countsWords(band.retained.n, band.lost, locale),
      },
      band.retained,
      locale,
    ),
  );
}

export function BandsChart({ proof, locale }: ChartProps) {
  const t = useTranslations("proof");
  const chosen = chosenProof(proof);
  if (!chosen || chosen.n === 0) return <p className="py-3 text-ink-2">{t("parts.noScore")}</p>;
  return <BarRows title={t("bandsTitle")} rows={bandRows(proof, chosen, locale)} />;
}

export function SplitChart({ proof, locale }: ChartProps) {
  const t = useTranslations("proof");
  const chosen = chosenProof(proof);
  return (
    <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
      {(["leftAlone", "actedOn"] as const).map((key) => {
        const part = chosen?.[key];
        if (!part) return null;
        const title = t(`split.${key}`, { verdict: t(`verdicts.${verdictOf(part)}`) });
        return (
          <section key={key} aria-label={title}>
            <h3 className="font-semibold">{title}</h3>
            <p className="mb-2 text-sm text-ink-3">
              {t("split.counts", { n: part.n, lost: part.lost })}
            </p>
            <BarRows title={title} rows={bandRows(proof, part, locale)} />
          </section>
        );
      })}
    </div>
  );
}

const COIN = 0.5;

export function RaceChart({ proof, locale }: ChartProps) {
  const t = useTranslations("proof");
  const rows = proof.measures.map((one): BarRow => {
    const { measure, concordance, n, lost } = one;
    const { value, low, high } = concordance;
    const words =
      value === null
        ? t("race.none")
        : estimateWords(concordance, locale, (area) => formatScore(area, locale));
    return {
      key: measure,
      label: t(`measures.${measure}`),
      note: `${t(`verdicts.${verdictOf(one)}`)} · ${t("split.counts", { n, lost })}`,
      to: value,
      low,
      high,
      words,
      tone: measure === proof.chosen ? "accent" : "control",
    };
  });
  return <BarRows title={t("race.title")} rows={rows} floor={COIN} />;
}

export function Pairs({ proof, locale }: ChartProps) {
  return (
    <>
      <FigureTableView table={pairsTable(proof, locale)} locale={locale} />
      <p className="mt-2 text-sm text-ink-2">{raceWords(proof.race, locale)}</p>
    </>
  );
}

export function JumpChart({ proof, locale }: ChartProps) {
  const t = useTranslations("proof");
  const rows = proof.jump.answers.map(({ answer, retained }) =>
    retainedRow({ key: String(answer), label: formatNumber(answer, locale) }, retained, locale),
  );
  return <BarRows title={t("jump.title")} rows={rows} />;
}

export function AssumedChart({ proof, locale }: ChartProps) {
  const t = useTranslations("proof");
  const rows = proof.assumed.bands.map(({ expected, observed, lost, isOff }) => {
    const label = t("assumed.expected", { share: formatPercent(expected, locale) });
    const note = [countsWords(observed.n, lost, locale), isOff ? t("assumed.off") : null];
    return retainedRow(
      { key: String(expected), label, note: note.filter(Boolean).join(", ") },
      observed,
      locale,
    );
  });
  return <BarRows title={t("assumed.title")} rows={rows} />;
}

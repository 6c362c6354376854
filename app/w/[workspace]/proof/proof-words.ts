import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type {
  BandProofDto,
  JumpDto,
  ProofBandDto,
  ProofDto,
  RaceDto,
} from "@/lib/loyalty/proof.types";
import type { ReadAs } from "../_loyalty/words/read-as";

type Measure = ProofDto["chosen"];

export function bandName(measure: Measure, band: ProofBandDto, locale: string): string {
  const t = staffWords(locale, "proof");
  if (measure === "engagement") {
    const [from, to] = [band.from, band.to].map((at) => formatNumber(at, locale));
    const ends = { from: from ?? "", to: to ?? "" };
    if (band.from === null) return t("bands.quartile.below", ends);
    return t(band.to === null ? "bands.quartile.from" : "bands.quartile.between", ends);
  }
  const key = `bands.${measure}.${band.rank}` as "bands.nps.0";
  return t(key);
}

const COIN = 0.5;

/** A trend over the bands may be real where the score still sorts single customers no better than a coin. */
export function verdictOf({ verdict, concordance: { low, high } }: BandProofDto) {
  if (low === null || high === null || low > COIN || high < COIN) return verdict;
  if (verdict === "predicts") return "goesWith";
  return verdict === "predictsTheOpposite" ? "goesAgainst" : verdict;
}

/** "40 account-years, 3 lost" */
export function countsWords(n: number, lost: number, locale: string): string {
  return staffWords(locale, "proof")("split.counts", { n, lost });
}

/** "p .004"; very small ones as the smallest that is said. */
export function pWords(p: number, locale: string): string {
  const least = 0.001;
  return p < least ? `< ${formatNumber(least, locale, 3)}` : formatNumber(p, locale, 3);
}

export function trendWords(trend: BandProofDto["trend"], locale: string): string {
  const t = staffWords(locale, "proof");
  if (trend === null) return t("trend.untested");
  return t(trend.isReal ? "trend.real" : "trend.not", { p: pWords(trend.pValue, locale) });
}

export function headlineOf(proof: ProofDto, { locale }: ReadAs, day: (iso: string) => string) {
  const t = staffWords(locale, "proof");
  if (proof.tooShortUntil !== null)
    return {
      title: t("headline.tooShort"),
      parts: t("parts.tooShort", { date: day(proof.tooShortUntil) }),
    };
  if (proof.rows === 0) return { title: t("headline.noData"), parts: null };
  const chosen = proof.measures.find(({ measure }) => measure === proof.chosen);
  const name = t(`measures.${proof.chosen}`);
  if (!chosen || chosen.n === 0)
    return { title: t("headline.tooFewToSay", { measure: name }), parts: t("parts.noScore") };
  const bands = chosen.bands.map((band) =>
    t("parts.band", {
      band: bandName(proof.chosen, band, locale),
      share:
        band.retained.value === null
          ? t("fewOf", { lost: band.lost, n: band.retained.n })
          : formatPercent(band.retained.value, locale),
    }),
  );
  return {
    title: t(`headline.${verdictOf(chosen)}`, { measure: name }),
    parts: t("parts.bands", { bands: bands.join(", ") }),
  };
}

/** Where more stay, by how many points of a hundred, and how sure that is. */
export function jumpWords({ cut }: JumpDto, locale: string): string {
  const t = staffWords(locale, "proof");
  if (cut === null) return t("jump.none");
  const points = (share: number | null) => {
    const text = formatNumber(share === null ? null : share * 100, locale);
    return t("jump.points", { points: Math.round((share ?? 0) * 100), text });
  };
  const said = {
    from: formatNumber(cut.from, locale),
    points: points(cut.gap.value),
    low: formatNumber(cut.gap.low === null ? null : cut.gap.low * 100, locale),
    high: points(cut.gap.high),
  };
  if (!cut.isReal) return t("jump.not", said);
  return t("jump.real", { ...said, chosen: formatPercent(cut.chosenIn, locale) });
}

/** All on the same accounts, best first; with few losses there is no order of them. */
export function raceWords(race: RaceDto, locale: string): string {
  const t = staffWords(locale, "proof");
  const counts = { n: formatNumber(race.n, locale), lost: formatNumber(race.lost, locale) };
  if (race.isTooFew) return t("pairs.allTooFew", counts);
  const order = race.measures.map(({ measure }) => t(`measures.${measure}`)).join(", ");
  return t("pairs.all", { ...counts, order });
}

import {
  type PotentialRow,
  type SizeRegionStratum,
  sizeRegionStrata,
  upliftPotential,
} from "@/lib/metrics";
import { estimateDto } from "./estimate-dto";
import { DRAWS } from "./measures/draws";
import type { PotentialDto, SizePotentialDto } from "./potential.types";
import type { Scene } from "./scene";
import { yearlyMargin } from "./yearly-margin";

export const FEWEST_LOYAL = 5;
/** Size or region is not recorded. */
const NONE = "";

type Row = PotentialRow & { size: string; region: string };

/** Of accounts whose state is known; the others may be either. Where no region is recorded, the country is it. */
function rowsOf(scene: Scene, margins: ReadonlyMap<string, number>): Omit<Row, "stratum">[] {
  const { facts, asOfDay } = scene;
  return scene.active.flatMap((assessment) => {
    const unit = facts.unitById.get(assessment.accountId);
    const state = assessment.standing?.state;
    if (!unit || state === undefined || state === "notKnown") return [];
    return [
      {
        size: unit.account.sizeBand ?? NONE,
        region: unit.account.region ?? unit.account.country ?? NONE,
        isLoyal: state === "loyal",
        revenueMinor: assessment.revenue.runningMinor,
        marginMinor: yearlyMargin(facts, unit, assessment, margins, asOfDay),
      },
    ];
  });
}

type Built = Pick<
  PotentialDto,
  | "revenue"
  | "margin"
  | "unstratified"
  | "sizes"
  | "comparableShare"
  | "comparableRevenueShare"
  | "marginKnownShare"
  | "knownAccounts"
  | "notKnownAccounts"
>;

function placeDto({ size, regions, isWhole }: SizeRegionStratum) {
  return {
    sizeBand: size === NONE ? null : size,
    regions: regions.map((region) => (region === NONE ? null : region)),
    isWholeSize: isWhole,
  };
}

const bands = new Intl.Collator("en", { numeric: true });

/** Small before large, those of no recorded size last, regions put together behind those that stand alone. */
function inOrder(a: SizePotentialDto, b: SizePotentialDto): number {
  if (a.sizeBand !== b.sizeBand) {
    if (a.sizeBand === null || b.sizeBand === null) return a.sizeBand === null ? 1 : -1;
    return bands.compare(a.sizeBand, b.sizeBand);
  }
  return (
    a.regions.length - b.regions.length || bands.compare(a.regions[0] ?? "", b.regions[0] ?? "")
  );
}

/** What the difference between loyal and less loyal accounts of the same size and region is worth a year. */
export function buildPotential(
  scene: Scene,
  margins: ReadonlyMap<string, number>,
  conversionShare: number,
): Built {
  const placed = rowsOf(scene, margins);
  const { strata, keyOf } = sizeRegionStrata(placed, FEWEST_LOYAL);
  const rows: Row[] = placed.map((row) => ({ ...row, stratum: keyOf(row) }));
  const places = new Map(strata.map((stratum) => [stratum.key, placeDto(stratum)]));
  const options = { conversionShare, fewestLoyal: FEWEST_LOYAL, ...DRAWS };
  const all = upliftPotential(rows, options);
  const sizes = all.strata.flatMap((stratum): SizePotentialDto[] => {
    const place = places.get(stratum.stratum);
    if (!place) return [];
    const own = upliftPotential(
      rows.filter((row) => row.stratum === stratum.stratum),
      options,
    );
    const { loyal, lessLoyal, meanLoyalMinor, meanLessLoyalMinor, reason } = stratum;
    return [
      {
        ...place,
        ...{ loyal, lessLoyal, meanLoyalMinor, meanLessLoyalMinor, reason },
        revenue: estimateDto(own.revenue),
        margin: estimateDto(own.margin),
      },
    ];
  });
  const { comparableShare, comparableRevenueShare, marginKnownShare } = all;
  return {
    revenue: estimateDto(all.revenue),
    margin: estimateDto(all.margin),
    unstratified: estimateDto(all.unstratified),
    sizes: sizes.toSorted(inOrder),
    comparableShare,
    comparableRevenueShare,
    marginKnownShare,
    knownAccounts: rows.length,
    notKnownAccounts: scene.active.length - rows.length,
  };
}

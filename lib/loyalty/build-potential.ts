import { type PotentialRow, upliftPotential } from "@/lib/metrics";
import { estimateDto } from "./estimate-dto";
import { DRAWS } from "./measures/draws";
import type { PotentialDto, SizePotentialDto } from "./potential.types";
import type { Scene } from "./scene";
import { yearlyMargin } from "./yearly-margin";

export const FEWEST_LOYAL = 5;
const NO_SIZE = "";

/** Of accounts whose state is known; the others may be either. */
function rowsOf(scene: Scene, margins: ReadonlyMap<string, number>): PotentialRow[] {
  const { facts, asOfDay } = scene;
  return scene.active.flatMap((assessment) => {
    const unit = facts.unitById.get(assessment.accountId);
    const state = assessment.standing?.state;
    if (!unit || state === undefined || state === "notKnown") return [];
    return [
      {
        stratum: unit.account.sizeBand ?? NO_SIZE,
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

/** What the difference between loyal and less loyal accounts of the same size is worth a year. */
export function buildPotential(
  scene: Scene,
  margins: ReadonlyMap<string, number>,
  conversionShare: number,
): Built {
  const rows = rowsOf(scene, margins);
  const options = { conversionShare, fewestLoyal: FEWEST_LOYAL, ...DRAWS };
  const all = upliftPotential(rows, options);
  const sizes = all.strata.map((stratum): SizePotentialDto => {
    const own = upliftPotential(
      rows.filter((row) => row.stratum === stratum.stratum),
      options,
    );
    const { loyal, lessLoyal, meanLoyalMinor, meanLessLoyalMinor, reason } = stratum;
    return {
      sizeBand: stratum.stratum === NO_SIZE ? null : stratum.stratum,
      loyal,
      lessLoyal,
      meanLoyalMinor,
      meanLessLoyalMinor,
      revenue: estimateDto(own.revenue),
      margin: estimateDto(own.margin),
      reason,
    };
  });
  const { comparableShare, comparableRevenueShare, marginKnownShare } = all;
  return {
    revenue: estimateDto(all.revenue),
    margin: estimateDto(all.margin),
    unstratified: estimateDto(all.unstratified),
    sizes,
    comparableShare,
    comparableRevenueShare,
    marginKnownShare,
    knownAccounts: rows.length,
    notKnownAccounts: scene.active.length - rows.length,
  };
}

import { groupBy } from "@/lib/facts/group-by";
import { negotiationDays, negotiationDepth, type SignedRenewal } from "@/lib/metrics";
import { enoughDto } from "../estimate-dto";
import { DRAWS } from "../measures/draws";
import type { NegotiationDto } from "../retention.types";
import type { Scene } from "../scene";
import type { NegotiationRow } from "./load-negotiations";

/** In the workspace's currency; null where an amount or a rate is not known. */
function signedRenewal({ facts }: Scene, row: NegotiationRow): SignedRenewal | null {
  const { isSigned, currency, listMinor, signedMinor } = row;
  const factor = facts.rates.factor(currency, facts.rateMonth);
  if (!isSigned || listMinor === null || signedMinor === null || factor === null) return null;
  return listMinor > 0
    ? { listMinor: listMinor * factor, signedMinor: signedMinor * factor }
    : null;
}

/** How far below list the year's renewals were signed, and how long they took; null where none was talked about. */
export function buildNegotiation(scene: Scene, rows: readonly NegotiationRow[]): NegotiationDto {
  const { facts, units, asOfDay, settings } = scene;
  const ids = new Set(units.map(({ id }) => id));
  const unitOf = ({ accountId }: NegotiationRow) => facts.unitOfAccount.get(accountId) ?? accountId;
  const own = rows.filter((row) => ids.has(unitOf(row)));
  if (own.length === 0) return null;
  const byUnit = [...groupBy(own, unitOf).values()];
  const depth = negotiationDepth(
    byUnit.map((talks) => talks.flatMap((row) => signedRenewal(scene, row) ?? [])),
    DRAWS,
  );
  const days = negotiationDays(
    own.map(({ openedDay, closedDay }) => ({
      daysOpen: Math.max(0, (closedDay ?? asOfDay) - openedDay),
      isClosed: closedDay !== null,
    })),
  );
  const hasEnough = days.n >= settings.fewestForStatistic && days.reason === null;
  return {
    weighted: enoughDto(depth.weighted, settings.fewestForStatistic),
    median: enoughDto(depth.median, settings.fewestForStatistic),
    signed: depth.signed,
    raised: depth.raised,
    open: own.filter(({ closedDay }) => closedDay === null).length,
    medianDays: hasEnough ? days.median : null,
    medianDaysLow: hasEnough ? days.medianLimits.low : null,
    medianDaysHigh: hasEnough ? days.medianLimits.high : null,
  };
}

import { type MapTotals, shareOf } from "@/lib/metrics";
import { intervalOf, pile } from "./build-map";
import type { StateTotalDto } from "./figures.types";
import type { HeadlineDto } from "./overview.types";
import type { Scene } from "./scene";

function lockedIn(totals: MapTotals): Extract<HeadlineDto, { kind: "notProven" }>["lockedIn"] {
  const { switchingAnswered, staying, lockedInShare } = totals;
  const askedShare = shareOf(switchingAnswered.revenueMinor, staying.revenueMinor);
  if (switchingAnswered.accounts === 0 || askedShare === null) return null;
  return {
    totalMinor: totals.lockedIn.total.revenueMinor,
    noMinor: totals.lockedIn.no.revenueMinor,
    notSureMinor: totals.lockedIn.notSure.revenueMinor,
    askedShare,
    share: lockedInShare.value,
    low: intervalOf(lockedInShare)?.low ?? null,
    high: intervalOf(lockedInShare)?.high ?? null,
  };
}

function fallingMinor(scene: Scene): number {
  return scene.active
    .filter(({ behaviour }) => behaviour.score !== null && behaviour.score < scene.settings.line)
    .reduce((sum, { revenue }) => sum + revenue.runningMinor, 0);
}

/** The page's answer, honest where there is little to say. */
export function buildHeadline(scene: Scene, totals: MapTotals, isFiltered: boolean): HeadlineDto {
  if (scene.facts.units.length === 0) return { kind: "nothingYet", reason: "noAccounts" };
  if (scene.units.length === 0 && isFiltered) return { kind: "nothingYet", reason: "emptySegment" };
  if (totals.total.accounts === 0) return { kind: "nothingYet", reason: "noActiveAccounts" };
  const stayingMinor = totals.staying.revenueMinor;
  if (totals.coverage.known.accounts === 0)
    return {
      kind: "nobodyAsked",
      runningMinor: totals.total.revenueMinor,
      stayingMinor,
      fallingMinor: fallingMinor(scene),
    };
  if (totals.notProven.accounts === 0) return { kind: "allProven", stayingMinor };
  return {
    kind: "notProven",
    notProvenMinor: totals.notProven.revenueMinor,
    unhappyMinor: totals.unhappy.revenueMinor,
    lukewarmMinor: totals.lukewarm.revenueMinor,
    unheardMinor: totals.unheard.revenueMinor,
    lockedIn: lockedIn(totals),
    captiveMinor: totals.alternativeAnswered.accounts === 0 ? null : totals.captive.revenueMinor,
  };
}

/** States that say what customers think of us: without anybody's answer none of them can be told. */
const OF_ATTITUDE: readonly StateTotalDto["state"][] = ["loyal", "passive", "latent"];

/** Running revenue by state with the parts that are named on the screen. */
export function buildStates(scene: Scene, totals: MapTotals): StateTotalDto[] {
  const total = totals.total.revenueMinor;
  const part = (key: "unhappy" | "lukewarm") => ({
    key,
    ...pile(totals[key], total),
    interval: intervalOf(totals.shares[key].revenue),
  });
  const unheard = { key: "staysUnheard", ...pile(totals.unheard, total) } as const;
  const notice = { accounts: 0, revenueMinor: 0 };
  for (const { standing, revenue } of scene.active) {
    if (standing?.reason !== "noticeGiven") continue;
    notice.accounts += 1;
    notice.revenueMinor += revenue.runningMinor;
  }
  const parts: { [K in StateTotalDto["state"]]: StateTotalDto["parts"] } = {
    loyal: [],
    passive: [part("unhappy"), part("lukewarm")],
    latent: [],
    leaving: [{ key: "noticeGiven", ...pile(notice, total), interval: null }],
    notKnown: [{ ...unheard, interval: intervalOf(totals.shares.unheard.revenue) }],
  };
  const states = ["loyal", "passive", "latent", "leaving", "notKnown"] as const;
  const isUnheard = totals.coverage.known.accounts === 0;
  return states.map((state) => {
    const isUnknown = isUnheard && OF_ATTITUDE.includes(state);
    const { share, ...counted } = pile(totals.states[state], total);
    const isSample = !isUnheard && counted.accounts > 0;
    return {
      state,
      ...counted,
      share: isUnknown ? null : share,
      // No account is no sample, and that nobody was heard is no matter of chance.
      interval: isSample ? intervalOf(totals.shares[state].revenue) : null,
      parts: parts[state].filter((part) => part.accounts > 0),
      reason: isUnknown ? "nobodyHeard" : null,
    };
  });
}

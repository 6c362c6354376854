import { assessAt } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type AccountAssessment, type MapTotals, mapTotals, shareOf } from "@/lib/metrics";
import { totalsOf } from "../build-doubt";
import { pile } from "../build-map";
import {
  type CoveragePageDto,
  type CoveragePointDto,
  QUIET_BANDS,
  type QuietBand,
  type QuietLineDto,
  ROLE_GAPS,
  type RoleGap,
  type WholeList,
} from "../coverage.types";
import { isMany } from "../measures/draws";
import { earlierDays, type Scene } from "../scene";

const POINTS = 5;
const BAND_UP_TO: readonly (readonly [QuietBand, number])[] = [
  ["upTo30", 30],
  ["upTo90", 90],
  ["upTo180", 180],
  ["upTo365", 365],
];

function sumOf(assessments: readonly AccountAssessment[]) {
  return {
    accounts: assessments.length,
    revenueMinor: assessments.reduce((sum, { revenue }) => sum + revenue.runningMinor, 0),
  };
}

function totalsAt(scene: Scene, day: number): MapTotals {
  if (day === scene.asOfDay) return totalsOf(scene);
  const at = assessAt(scene.facts, day);
  const assessed = scene.units.flatMap(({ id }) => at.get(id) ?? []);
  return mapTotals(assessed, scene.settings.line);
}

function pointAt(scene: Scene, day: number): CoveragePointDto {
  const { coverage } = totalsAt(scene, day);
  const share = (minor: number) => shareOf(minor, coverage.total.revenueMinor);
  return {
    day: isoOfDay(day),
    asked: share(coverage.asked.revenueMinor),
    heard: share(coverage.heard.revenueMinor),
    signerHeard: share(coverage.signerHeard.revenueMinor),
    known: share(coverage.known.revenueMinor),
    accounts: coverage.total.accounts,
  };
}

/** Closes of quarters; of very many accounts only the day itself, because each close is assessed whole. */
function pointsOf(scene: Scene): CoveragePointDto[] {
  const earlier = isMany(scene.facts.units.length) ? [] : earlierDays(scene, POINTS);
  return [...earlier.toReversed(), scene.asOfDay].map((day) => pointAt(scene, day));
}

function hasGap({ hearing }: AccountAssessment, gap: RoleGap): boolean {
  return gap === "noDecisionMaker" ? !hearing.hasDecisionMaker : hearing.roleGaps.includes(gap);
}

function bandOf({ hearing, asOfDay }: AccountAssessment): QuietBand {
  const { lastHeardDay } = hearing;
  if (lastHeardDay === null) return "never";
  const days = asOfDay - lastHeardDay;
  return BAND_UP_TO.find(([, upTo]) => days <= upTo)?.[0] ?? "longer";
}

/** A line of one of the lists: made of those that are shown. */
export function lineOf(
  { facts }: Pick<Scene, "facts">,
  { accountId, standing, revenue, hearing }: AccountAssessment,
): QuietLineDto[] {
  const unit = facts.unitById.get(accountId);
  if (!unit) return [];
  const owner = facts.employees.get(unit.account.ownerId ?? "");
  const { lastHeardDay, roleGaps } = hearing;
  return [
    {
      account: { id: unit.id, name: unit.account.name },
      owner: owner ? { id: owner.id, name: owner.name } : null,
      state: standing,
      revenueMinor: revenue.runningMinor,
      lastHeardOn: lastHeardDay === null ? null : isoOfDay(lastHeardDay),
      roleGaps: [...roleGaps],
    },
  ];
}

function listOf(chosen: readonly AccountAssessment[]): WholeList<AccountAssessment> {
  const { accounts, revenueMinor } = sumOf(chosen);
  const lines = chosen.toSorted((a, b) => b.revenue.runningMinor - a.revenue.runningMinor);
  return { total: accounts, revenueMinor, lines };
}

type Built = Pick<CoveragePageDto, "activeAccounts" | "points" | "roleGaps" | "quiet"> & {
  [List in "noDecisionMaker" | "silent" | "notAsked"]: WholeList<AccountAssessment>;
};

/** Where nobody is a customer there is nothing to count, and no row of zeros. */
function keysOf<Key>(keys: readonly Key[], { active }: Scene): readonly Key[] {
  return active.length === 0 ? [] : keys;
}

/** Whom we have asked and heard, and who is quiet: every list by revenue. */
export function buildCoveragePage(scene: Scene): Built {
  const { active } = scene;
  const whole = sumOf(active).revenueMinor;
  return {
    activeAccounts: active.length,
    points: active.length === 0 ? [] : pointsOf(scene),
    roleGaps: keysOf(ROLE_GAPS, scene).map((key) => ({
      key,
      ...pile(sumOf(active.filter((assessment) => hasGap(assessment, key))), whole),
    })),
    noDecisionMaker: listOf(active.filter(({ hearing }) => !hearing.hasDecisionMaker)),
    silent: listOf(active.filter(({ hearing }) => hearing.isSilent)),
    notAsked: listOf(active.filter(({ hearing }) => hearing.isNotAsked)),
    quiet: keysOf(QUIET_BANDS, scene).map((key) => ({
      key,
      ...pile(sumOf(active.filter((assessment) => bandOf(assessment) === key)), whole),
    })),
  };
}

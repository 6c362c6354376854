import type { SizeBand } from "../accounts";
import { type EmployeeKey, OWNERS_OF } from "../company";
import type { Generator } from "../generator";
import type { CompanyName } from "../names";
import { drawSentiment, type Sentiment, viewAt } from "../sentiment";
import { daysFrom, type World } from "../world";

/** What becomes of an ordinary customer, decided before any row is written. */
export type Plan = {
  company: CompanyName;
  sizeBand: SizeBand;
  owner: EmployeeKey;
  since: string;
  kind: "contract" | "orders" | "both";
  yearlyKroner: number;
  sentiment: Sentiment;
  /** Last day as a customer, with what was said about it. */
  end: { on: string; reason: string; rival: string | null } | null;
  /** Buys clearly less, or has gone quiet, in the last months. */
  fade: "lessOrders" | "smallerContract" | "quiet" | null;
  /** How readily its people answer, 0..1. */
  responds: number;
};

export const RIVALS = ["Pumpex", "Aquamotor Nord", "Flodin & Rask", "Kvarnteknik"] as const;
export const REASONS = [
  "Service",
  "Price",
  "Rival's offer",
  "Closed the plant",
  "Merged",
  "Delivery times",
] as const;

const YEARLY_MEDIAN: Record<SizeBand, number> = {
  "1-49": 245_000,
  "50-249": 600_000,
  "250+": 1_480_000,
};

/** The largest customers are told one by one. */
const MOST_YEARLY = 3_400_000;

export function drawPlan(
  world: World,
  random: Generator,
  company: CompanyName,
  since: string,
): Plan {
  const sizeBand = random.weighted<SizeBand>([
    ["1-49", 40],
    ["50-249", 42],
    ["250+", 18],
  ]);
  const kind = random.weighted<Plan["kind"]>([
    ["contract", 24],
    ["both", 44],
    ["orders", 32],
  ]);
  const sentiment = drawSentiment(random);
  const plan: Plan = {
    company,
    sizeBand,
    owner: random.pick<EmployeeKey>(OWNERS_OF[company.country]),
    since,
    kind,
    yearlyKroner: Math.min(MOST_YEARLY, random.logNormal(YEARLY_MEDIAN[sizeBand], 0.55)),
    sentiment,
    end: null,
    fade: null,
    responds: random.chance(0.05) ? 0.03 : Math.min(0.9, Math.max(0.1, random.normal(0.6, 0.16))),
  };
  plan.end = drawEnd(world, random, plan);
  if (plan.end === null) plan.fade = drawFade(random, plan);
  return plan;
}

/** Who thinks less of us leaves more often; a few leave for reasons of their own. */
function drawEnd(world: World, random: Generator, plan: Plan): Plan["end"] {
  for (const yearsAgo of [3, 2, 1]) {
    const opening = world.ago(yearsAgo * 365);
    const days = [random.int(10, 355), random.next()] as const;
    if (daysFrom(plan.since, opening) < 200) continue;
    const hazard = 0.027 * Math.exp(-0.95 * viewAt(plan.sentiment, yearsAgo));
    if (days[1] >= hazard) continue;
    return { on: world.ago(yearsAgo * 365 - days[0]), ...drawReason(random, plan.sentiment) };
  }
  return null;
}

export function drawReason(random: Generator, sentiment: Sentiment) {
  const reason =
    sentiment.service < -0.6 && random.chance(0.6)
      ? "Service"
      : random.weighted(
          REASONS.map((each, index) => [each, [3, 3, 3, 2, 1, 2][index] ?? 1] as const),
        );
  const isToRival = reason !== "Closed the plant" && reason !== "Merged" && random.chance(0.6);
  return { reason, rival: isToRival ? random.pick(RIVALS) : null };
}

function drawFade(random: Generator, plan: Plan): Plan["fade"] {
  const likely = 0.11 * Math.exp(-0.45 * viewAt(plan.sentiment, 0));
  if (!random.chance(likely)) return null;
  if (plan.kind !== "orders") return "smallerContract";
  return random.chance(0.4) ? "lessOrders" : "quiet";
}

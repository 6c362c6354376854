import type { Answers, DriverKey } from "./answers";
import { commentFor } from "./comments";
import type { Generator } from "./generator";

// How a customer sees its supplier, and what a person there then says. Planted: the service item
// carries most of what people think; the other three follow at a distance.

export type Sentiment = Record<DriverKey, number> & {
  /** What the four items do not explain. */
  rest: number;
  /** Change per year. */
  drift: number;
};

const WEIGHTS: Record<DriverKey, number> = {
  service: 0.8,
  added_value: 0.32,
  communication: 0.2,
  incentives: 0.08,
};
const DRIVERS = Object.keys(WEIGHTS) as DriverKey[];
/** Service is also the item most often found wanting. */
const ITEM_MEAN: Record<DriverKey, number> = {
  service: 3.5,
  added_value: 4,
  communication: 3.85,
  incentives: 3.6,
};

export function drawSentiment(random: Generator): Sentiment {
  return {
    service: random.normal(0, 1),
    added_value: random.normal(0, 1),
    communication: random.normal(0, 1),
    incentives: random.normal(0, 1),
    rest: random.normal(0.05, 0.2),
    drift: random.normal(0, 0.2),
  };
}

/** Standardised view of the supplier so many years before the as-of day. */
export function viewAt(sentiment: Sentiment, yearsAgo: number): number {
  const weighted = DRIVERS.reduce((sum, driver) => sum + WEIGHTS[driver] * sentiment[driver], 0);
  return weighted * 0.92 + sentiment.rest - sentiment.drift * yearsAgo;
}

/** Lowest view at which each answer is given, from the highest answer down. */
const NPS_FROM = [0.74, -0.1, -0.46, -0.78, -1.1, -1.45, -1.8, -2.1, -2.4, -2.8];
const CSAT_FROM = [0.25, -0.72, -1.25, -1.8];

function answerFrom(cuts: readonly number[], top: number, view: number): number {
  const step = cuts.findIndex((cut) => view >= cut);
  return top - (step === -1 ? cuts.length : step);
}

export type Occasion = { view: number; sentiment: Sentiment; language: string | null };

export function relationshipAnswers(
  random: Generator,
  { view, sentiment, language }: Occasion,
  kind: "relationship" | "choice",
): Answers {
  const said = view + random.normal(0, 0.3);
  const answers: Answers = { nps: answerFrom(NPS_FROM, 10, said) };
  if (random.chance(0.62)) answers.advantage = advantageFrom(random, said);
  if (kind === "choice" && random.chance(0.85)) answers.switching = switchingFrom(random, said);
  if (kind === "relationship" && random.chance(0.7))
    answers.drivers = driverItems(random, sentiment);
  if (random.chance(0.3)) answers.comment = commentFor(random, language, answers.nps ?? 0);
  return withDoubts(random, answers);
}

/** A service visit is judged by the service, a delivery by everything. */
export function touchpointAnswers(
  random: Generator,
  { view, sentiment, language }: Occasion,
  kind: "visit" | "delivery",
): Answers {
  const judged = kind === "visit" ? 0.75 * sentiment.service + 0.25 * view : view * 0.8;
  const csat = answerFrom(CSAT_FROM, 5, judged + 0.1 + random.normal(0, 0.4));
  const answers: Answers = { csat };
  if (random.chance(0.2)) answers.comment = commentFor(random, language, csat * 2);
  return withDoubts(random, answers);
}

function advantageFrom(random: Generator, view: number): NonNullable<Answers["advantage"]> {
  if (random.chance(0.06)) return "cannot_say";
  if (random.chance(0.02)) return "no_real_alternative";
  const felt = view + random.normal(0, 0.5);
  return felt > 0.05 ? "better" : felt > -1.2 ? "same" : "worse";
}

function switchingFrom(random: Generator, view: number): NonNullable<Answers["switching"]> {
  const felt = view + random.normal(0, 0.4);
  return felt > -0.75 ? "yes" : felt > -1.5 ? "not_sure" : "no";
}

function driverItems(random: Generator, sentiment: Sentiment): Partial<Record<DriverKey, number>> {
  const items: Partial<Record<DriverKey, number>> = {};
  for (const driver of DRIVERS) {
    // "Not relevant to us" leaves the item out.
    if (driver === "incentives" && random.chance(0.25)) continue;
    const felt = ITEM_MEAN[driver] + 0.85 * sentiment[driver] + random.normal(0, 0.45);
    items[driver] = Math.min(5, Math.max(1, Math.round(felt)));
  }
  return items;
}

/** A few answers look like a machine's and are held, or were sent without the last press. */
function withDoubts(random: Generator, answers: Answers): Answers {
  const draw = random.next();
  if (draw < 0.012) return { ...answers, class: "held", reason: "too_fast" };
  if (draw < 0.02) return { ...answers, class: "provisional", reason: "not_sent" };
  return answers;
}

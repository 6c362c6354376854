import { addDays } from "@/lib/format/calendar";
import type { Customer } from "../accounts";
import { ask } from "../answers";
import type { Generator } from "../generator";
import { relationshipAnswers, touchpointAnswers, viewAt } from "../sentiment";
import type { Row } from "../tables";
import { PULSE_AGO, pulseDay, pulseSurvey, pulseWave, touchpointWave } from "../waves";
import { daysFrom, onWeekday, type World } from "../world";
import type { Plan } from "./plan";

type Voice = {
  person: Row<"contact">;
  /** How this person differs from the company's view. */
  differs: number;
  responds: number;
  /** Days on which a mail went out, for the 90 days between two. */
  asked: string[];
  ignoredInARow: number;
  restsUntil: string;
};

const REST_DAYS = 90;
const MOST_ASKS_PER_WAVE = 4;

export function addOrdinaryAnswers(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
): void {
  const voices = customer.people
    .filter((person) => person.email != null)
    .map((person) => drawVoice(random, person, plan));
  const firstTurn = random.int(0, 3);
  for (let index = PULSE_AGO.length - 1; index >= 0; index -= 1) {
    addPulse(world, random, customer, plan, voices, firstTurn, index);
    addTouchpoints(world, random, customer, plan, voices, index);
  }
}

function drawVoice(random: Generator, person: Row<"contact">, plan: Plan): Voice {
  const eager = person.role === "decision_maker" ? 0.1 : 0.02;
  const responds = Math.min(0.95, Math.max(0, plan.responds + eager + random.normal(0, 0.15)));
  return {
    person,
    differs: random.normal(0, 0.42),
    responds: plan.responds < 0.05 ? plan.responds : responds,
    asked: [],
    ignoredInARow: 0,
    restsUntil: "",
  };
}

/** Decision-makers twice a year, the others once; nobody who left, and a year's rest after two ignored. */
function addPulse(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  voices: Voice[],
  firstTurn: number,
  index: number,
): void {
  const on = pulseDay(world, index);
  const wanted = voices.filter((voice, place) => {
    const turn = firstTurn + place + index;
    const isTurn = voice.person.role === "decision_maker" ? turn % 2 === 0 : turn % 4 === 0;
    return isTurn && mayBeAsked(plan, voice, on);
  });
  for (const voice of wanted.slice(0, MOST_ASKS_PER_WAVE)) {
    const occasion = {
      view: viewAt(plan.sentiment, daysFrom(on, world.asOf) / 365) + voice.differs,
      sentiment: plan.sentiment,
      language: voice.person.language ?? null,
    };
    const kind = pulseSurvey(index) === "choice" ? "choice" : "relationship";
    const isAnswered = random.chance(voice.responds);
    const answers = relationshipAnswers(random, occasion, kind);
    const afterDays = Math.min(24, Math.floor(random.logNormal(1.4, 1)));
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person: voice.person,
      on,
      answers: isAnswered ? answers : null,
      afterDays,
    });
    noteAsked(voice, on, isAnswered);
  }
}

/** After service visits and deliveries in the weeks behind a pulse. */
function addTouchpoints(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
  voices: Voice[],
  index: number,
): void {
  const occasions = random.poisson(plan.sizeBand === "250+" ? 2.3 : 1.4);
  const pulse = PULSE_AGO[index] ?? 0;
  for (let count = 0; count < occasions; count += 1) {
    const on = onWeekday(world.ago(Math.max(2, pulse - random.int(2, 88))));
    const kind = plan.kind === "orders" || random.chance(0.35) ? "delivery" : "visit";
    const drawn = random.next();
    const free = voices.filter(
      (voice) => voice.person.role !== "decision_maker" && mayBeAsked(plan, voice, on),
    );
    const voice = free[Math.floor(drawn * free.length)];
    if (voice === undefined || on > world.asOf) continue;
    const occasion = {
      view: viewAt(plan.sentiment, daysFrom(on, world.asOf) / 365) + voice.differs * 0.6,
      sentiment: plan.sentiment,
      language: voice.person.language ?? null,
    };
    const isAnswered = random.chance(voice.responds);
    const answers = touchpointAnswers(random, occasion, kind);
    ask(world, {
      wave: touchpointWave(world, kind, on),
      customer,
      person: voice.person,
      on,
      answers: isAnswered ? answers : null,
      afterDays: random.int(0, 4),
    });
    noteAsked(voice, on, isAnswered);
  }
}

function mayBeAsked(plan: Plan, voice: Voice, on: string): boolean {
  const { person } = voice;
  const isCustomer =
    daysFrom(plan.since, on) > 45 && (plan.end === null || on < addDays(plan.end.on, -20));
  const isThere = person.leftOn == null || on < person.leftOn;
  const isRested = voice.asked.every((day) => Math.abs(daysFrom(day, on)) >= REST_DAYS);
  return isCustomer && isThere && isRested && on >= voice.restsUntil;
}

function noteAsked(voice: Voice, on: string, isAnswered: boolean): void {
  voice.asked.push(on);
  voice.ignoredInARow = isAnswered ? 0 : voice.ignoredInARow + 1;
  if (voice.ignoredInARow < 2) return;
  voice.restsUntil = addDays(on, 365);
  voice.ignoredInARow = 0;
}

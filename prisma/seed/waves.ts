import { addDays } from "@/lib/format/calendar";
import type { SurveyKey } from "./company";
import type { Row } from "./tables";
import { atWork, onWeekday, type World } from "./world";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const OPEN_DAYS = 30;

/** Relationship waves, newest first: one a quarter. The last two of each year ask for the free choice. */
export const PULSE_AGO = Array.from({ length: 12 }, (_, index) => 25 + 91 * index);

export function pulseSurvey(index: number): SurveyKey {
  return index % 4 < 2 ? "relationship" : "choice";
}

export function pulseDay(world: World, index: number): string {
  return onWeekday(world.ago(PULSE_AGO[index] ?? 25));
}

export function pulseWave(world: World, index: number): Row<"wave"> {
  const on = pulseDay(world, index);
  return waveOf(world, pulseSurvey(index), "Customer pulse", on, on);
}

/** Touchpoint questions go out as things happen; one wave holds a month of them. */
export function touchpointWave(
  world: World,
  survey: "visit" | "delivery",
  on: string,
): Row<"wave"> {
  const label = survey === "visit" ? "Service visits" : "Deliveries";
  return waveOf(world, survey, label, on, `${on.slice(0, 7)}-01`);
}

function waveOf(world: World, survey: SurveyKey, label: string, on: string, startedOn: string) {
  const name = `${label}, ${MONTHS[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;
  const known = world.waves.get(name);
  if (known) return known;
  const startedAt = atWork(startedOn, world.random);
  const isMonthly = survey === "visit" || survey === "delivery";
  const closesOn = addDays(startedOn, OPEN_DAYS + (isMonthly ? 30 : 0));
  const wave = world.add("wave", {
    id: world.newId(startedOn),
    surveyId: world.company.surveys[survey].id,
    name,
    state: closesOn <= world.asOf ? "closed" : "sent",
    createdAt: startedAt,
    startedAt,
    closesOn,
  });
  world.waves.set(name, wave);
  return wave;
}

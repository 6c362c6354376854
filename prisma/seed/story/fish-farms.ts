import type { Customer } from "../accounts";
import { addMonths } from "../add-months";
import { ask } from "../answers";
import { FISH_FARMING } from "../name-lists";
import { fishFarmNames } from "../names";
import { addOrdinary } from "../ordinary/add-ordinary";
import { drawPlan } from "../ordinary/plan";
import { touchpointWave } from "../waves";
import { onWeekday, type World } from "../world";

const FARMS = 14;
const LOST = 6;

/**
 * Norwegian fish farms found the service wanting more than a year ago and said so after each visit;
 * in the year since, many of them left.
 */
export function plantFishFarms(world: World): Customer[] {
  const random = world.random.fork("fish farms");
  return fishFarmNames(random, FARMS).map((name, index) => {
    const company = { name, country: "NO", industry: FISH_FARMING } as const;
    const plan = drawPlan(world, random, company, addMonths(world.from, -random.int(2, 60)));
    plan.kind = index % 3 === 0 ? "both" : "contract";
    plan.sentiment = {
      ...plan.sentiment,
      service: random.normal(-1.35, 0.3),
      added_value: random.normal(0.2, 0.5),
    };
    plan.responds = 0.65;
    plan.yearlyKroner = Math.min(plan.yearlyKroner, 900_000);
    plan.fade = null;
    plan.end =
      index < LOST
        ? {
            on: world.ago(random.int(20, 320)),
            reason: "Service",
            rival: index % 2 === 0 ? "Aquamotor Nord" : null,
          }
        : null;
    const customer = addOrdinary(world, plan, null);
    addEarlyVerdict(world, customer, index);
    return customer;
  });
}

/** After a visit to every farm in the autumn before last. */
function addEarlyVerdict(world: World, customer: Customer, index: number): void {
  const person = customer.people.find(
    ({ role, email }) => role !== "decision_maker" && email != null,
  );
  if (person === undefined) return;
  const on = onWeekday(world.ago(455 + index * 3));
  const isRested = world.rows.invitation.every(
    ({ contactId, createdAt }) =>
      contactId !== person.id || Math.abs(Date.parse(createdAt) - Date.parse(on)) > 90 * 86_400_000,
  );
  if (!isRested) return;
  const csat = [2, 3, 1, 2, 3, 2, 3, 4, 3, 2, 3, 4, 3, 3][index] ?? 3;
  ask(world, { wave: touchpointWave(world, "visit", on), customer, person, on, answers: { csat } });
}

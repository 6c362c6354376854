import { addDays } from "@/lib/format/calendar";
import type { Customer } from "../accounts";
import { addTouch } from "../events";
import type { Generator } from "../generator";
import { daysFrom, type World } from "../world";
import type { Plan } from "./plan";

/** Owners do call back: after most lukewarm answers of a signer a next step is agreed and dated. */
export function addFollowUps(
  world: World,
  random: Generator,
  customer: Customer,
  plan: Plan,
): void {
  const signers = new Set(
    customer.people.filter(({ role }) => role === "decision_maker").map(({ id }) => id),
  );
  const lukewarm = world.rows.responseEvent.filter(
    ({ contactId, question, valueNumber, answeredOn }) =>
      signers.has(contactId ?? "") &&
      question === "nps" &&
      (valueNumber ?? 10) < 9 &&
      daysFrom(answeredOn, world.asOf) < 60,
  );
  for (const { answeredOn, contactId } of lukewarm) {
    if (!random.chance(0.7)) continue;
    const on = addDays(answeredOn, random.int(0, 6));
    addTouch(world, customer, {
      by: plan.owner,
      on: daysFrom(on, world.asOf) < 0 ? world.asOf : on,
      kind: "call",
      person: customer.people.find(({ id }) => id === contactId) ?? null,
      note: "Called about the answer.",
      nextStep: "Visit with the service manager",
      nextStepOn: world.ago(-random.int(5, 35)),
    });
  }
}

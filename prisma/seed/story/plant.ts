import { type AccountSpec, addAccount, addPerson, type Customer } from "../accounts";
import { type Answers, ask } from "../answers";
import { addTouch } from "../events";
import { pulseDay, pulseWave } from "../waves";
import type { World } from "../world";

type Signer = {
  name: readonly [string, string];
  title: string;
  answers: readonly (readonly [index: number, Answers])[];
};

/** An account with a signer whose answers are told, and a user who was never asked. */
export function plant(world: World, spec: AccountSpec, signer: Signer): Customer {
  const customer = addAccount(world, spec);
  const person = addPerson(world, customer, {
    role: "decision_maker",
    name: signer.name,
    title: signer.title,
  });
  addPerson(world, customer, { role: "user" });
  for (const [index, answers] of signer.answers) {
    ask(world, {
      wave: pulseWave(world, index),
      customer,
      person,
      on: pulseDay(world, index),
      answers,
      afterDays: 1,
    });
  }
  if (spec.owner)
    addTouch(world, customer, { by: spec.owner, on: world.ago(48), kind: "call", person });
  return customer;
}

import type { Row } from "./tables";
import { atWork, startOfDay, type World } from "./world";

// Ways in without a mail, and what colleagues found who looked themselves. Told last, with its own
// chance: nothing told before changes by it.

const MORE_TOUCHPOINTS = [
  ["Choosing us", "Offer", "customer", "mette"],
  ["In use", "Telephone, first call", "audit", "karin"],
  ["Renewing", "Renewal talk", "customer", "mette"],
] as const;

const LOOKS = [
  [150, 3, "Put through twice, then a clear answer."],
  [80, 4, "Answered at the second ring; no name asked."],
  [21, 4, "Friendly and quick. The number of the pump was not asked for."],
] as const;

/** Very dissatisfied to very satisfied, as often as people at a gate press them. */
const PRESSES = [2, 3, 4, 4, 4, 5, 5, 5, 5, 4];
const PRESSED = 34;

export function addDoors(world: World): void {
  addTouchpoints(world);
  const { delivery } = world.company.surveys;
  const gate = addDoor(world, delivery, { kind: "kiosk", name: "Gate in Randers" });
  addPresses(world, delivery, gate);
  const signature = { kind: "signature", name: "Mette Holm's signature" };
  const relationship = world.company.surveys.signature;
  addDoor(world, relationship, { ...signature, employeeId: world.company.employees.mette.id });
}

function addTouchpoints(world: World): void {
  for (const [stage, name, kind, owner] of MORE_TOUCHPOINTS) {
    const touchpoint = world.add("touchpoint", {
      id: world.newId(world.from),
      stage,
      name,
      kind,
      ownerId: world.company.employees[owner].id,
      position: world.rows.touchpoint.length,
    });
    if (kind === "audit") addLooks(world, touchpoint);
  }
}

function addLooks(world: World, touchpoint: Row<"touchpoint">): void {
  for (const [daysAgo, score, note] of LOOKS) {
    const auditedOn = world.ago(daysAgo);
    const id = world.newId(auditedOn);
    const createdAt = startOfDay(auditedOn);
    world.add("touchpointAudit", {
      id,
      touchpointId: touchpoint.id,
      auditedOn,
      score,
      note,
      createdAt,
    });
  }
}

function addDoor(
  world: World,
  survey: Row<"survey">,
  door: Pick<Row<"surveyDoor">, "kind" | "name" | "employeeId">,
): Row<"surveyDoor"> {
  const on = world.ago(120);
  const id = world.newId(on);
  return world.add("surveyDoor", { id, surveyId: survey.id, createdAt: startOfDay(on), ...door });
}

/** Nobody's answers: they belong to no account and change no account's figures. */
function addPresses(world: World, survey: Row<"survey">, door: Row<"surveyDoor">): void {
  const random = world.random.fork("doors");
  for (let press = 0; press < PRESSED; press += 1) {
    const on = world.ago(random.int(1, 110));
    const at = atWork(on, random);
    const invitation = world.add("invitation", {
      id: world.newId(on),
      surveyId: survey.id,
      channel: door.kind,
      doorId: door.id,
      language: random.chance(0.8) ? "da" : "sv",
      createdAt: at,
      closesOn: on,
    });
    world.add("responseEvent", {
      id: world.newId(on),
      invitationId: invitation.id,
      surveyId: survey.id,
      question: "csat",
      valueNumber: random.pick(PRESSES),
      scale: "1-5",
      scope: "touchpoint",
      class: "confirmed",
      answeredAt: at,
      answeredOn: on,
    });
  }
}

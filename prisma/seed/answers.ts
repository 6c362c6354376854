import { addDays } from "@/lib/format/calendar";
import type { Customer } from "./accounts";
import type { Row } from "./tables";
import { atWork, type World } from "./world";

export type DriverKey = "added_value" | "service" | "communication" | "incentives";

/** What one person says to one invitation. */
export type Answers = {
  nps?: number;
  csat?: number;
  advantage?: "better" | "same" | "worse" | "no_real_alternative" | "cannot_say";
  switching?: "yes" | "not_sure" | "no";
  drivers?: Partial<Record<DriverKey, number>>;
  comment?: string;
  /** How it came in; only confirmed answers count. */
  class?: "confirmed" | "held" | "provisional";
  reason?: string;
};

export type Asked = {
  wave: Row<"wave">;
  customer: Customer;
  person: Row<"contact">;
  /** Day on which the mail was delivered. */
  on: string;
  /** Null: no answer. */
  answers: Answers | null;
  /** Days until the answer. */
  afterDays?: number;
};

/** One invitation, its visit and the answers that came of it. */
export function ask(world: World, asked: Asked): void {
  const { wave, customer, person, on } = asked;
  const deliveredAt = atWork(on, world.random);
  const invitation = world.add("invitation", {
    id: world.newId(on),
    waveId: wave.id,
    surveyId: wave.surveyId,
    contactId: person.id,
    accountId: customer.account.id,
    channel: "mail",
    language: person.language ?? "en",
    createdAt: deliveredAt,
    closesOn: addDays(on, 30),
    handedAt: deliveredAt,
    deliveredAt,
  });
  const answeredOn = addDays(on, asked.afterDays ?? 1);
  if (asked.answers === null || answeredOn > world.asOf) {
    if (world.random.chance(0.08)) addVisit(world, invitation, on, null);
    return;
  }
  record(world, asked, invitation, answeredOn, asked.answers);
}

function addVisit(world: World, invitation: Row<"invitation">, on: string, choice: string | null) {
  const at = `${on}T17:${String(world.random.int(10, 59))}:00.000Z`;
  world.add("invitationVisit", {
    id: world.newId(on),
    invitationId: invitation.id,
    at,
    method: "GET",
    choice,
  });
  return at;
}

function record(
  world: World,
  asked: Asked,
  invitation: Row<"invitation">,
  answeredOn: string,
  answers: Answers,
): void {
  const score = answers.nps ?? answers.csat ?? null;
  const answeredAt = addVisit(world, invitation, answeredOn, score === null ? null : String(score));
  const survey = world.rows.survey.find((each) => each.id === invitation.surveyId);
  const base = {
    invitationId: invitation.id,
    surveyId: invitation.surveyId,
    contactId: asked.person.id,
    accountId: asked.customer.account.id,
    scope: survey?.scope ?? "relationship",
    class: answers.class ?? "confirmed",
    reason: answers.reason ?? null,
    answeredAt,
    answeredOn,
  };
  const put = (
    answer: Pick<
      Row<"responseEvent">,
      "question" | "valueNumber" | "valueCode" | "comment" | "scale"
    >,
  ) => world.add("responseEvent", { id: world.newId(answeredOn), ...base, ...answer });
  if (answers.nps !== undefined) put({ question: "nps", valueNumber: answers.nps, scale: "0-10" });
  if (answers.csat !== undefined)
    put({ question: "csat", valueNumber: answers.csat, scale: "1-5" });
  if (answers.advantage) put({ question: "relative_advantage", valueCode: answers.advantage });
  if (answers.switching) put({ question: "switching", valueCode: answers.switching });
  for (const [driver, value] of Object.entries(answers.drivers ?? {})) {
    put({ question: `driver_${driver}`, valueNumber: value, scale: "1-5" });
  }
  if (answers.comment) put({ question: "comment", comment: answers.comment });
}

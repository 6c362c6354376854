import { daysFrom, type World } from "../world";

type Reason = "product" | "people" | "price" | "ease" | "bound" | "none" | "other";

/** Who would recommend us stays for what we are; who would not, because it is easy or leaving is hard. */
const CONVINCED: readonly (readonly [Reason, number])[] = [
  ["product", 42],
  ["people", 34],
  ["ease", 12],
  ["price", 7],
  ["other", 5],
];
const OTHERS: readonly (readonly [Reason, number])[] = [
  ["product", 18],
  ["people", 14],
  ["ease", 24],
  ["price", 14],
  ["bound", 18],
  ["none", 8],
  ["other", 4],
];

/** Beside the free choice most say why they stay, once a year. */
export function addReasonsToStay(world: World): void {
  const random = world.random.fork("reasons to stay");
  const events = world.rows.responseEvent;
  const scoreOf = new Map(
    events.flatMap(({ invitationId, question, valueNumber }) =>
      question === "nps" && invitationId ? [[invitationId, valueNumber ?? 0] as const] : [],
    ),
  );
  const saidOn = new Map<string, string>();
  const asked = events
    .filter(({ question }) => question === "switching")
    .sort((a, b) => (a.answeredOn < b.answeredOn ? -1 : 1));
  for (const { valueNumber: _, ...event } of asked) {
    const before = saidOn.get(event.contactId ?? "");
    if (before !== undefined && daysFrom(before, event.answeredOn) < 365) continue;
    if (!random.chance(0.7)) continue;
    const isConvinced = (scoreOf.get(event.invitationId ?? "") ?? 0) >= 9;
    saidOn.set(event.contactId ?? "", event.answeredOn);
    world.add("responseEvent", {
      ...event,
      id: world.newId(event.answeredOn),
      question: "reason_to_stay",
      valueCode: random.weighted<Reason>([...(isConvinced ? CONVINCED : OTHERS)]),
    });
  }
}

import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn } from "@/lib/format/calendar";
import { signalWork } from "@/lib/queue/signal-work";
import { afterLastDay } from "../waves/advance-waves";
import { insertInvitations, type PlannedPerson } from "../waves/insert-invitations";

export type Program = {
  id: string;
  name: string;
  surveyId: string;
  openDays: number;
  reminderAfterDays: number | null;
  createdById: string | null;
};

/** One wave of a program. @returns how many mails it plans; a wave that asks nobody is not written. */
export async function insertProgramWave(
  tx: Tx,
  ctx: Ctx,
  program: Program,
  wave: { name: string; touchpointOn: string | null; people: readonly PlannedPerson[] },
): Promise<number> {
  const { workspace, now } = ctx;
  const planned = wave.people.filter((person) => person.skip === null);
  const closing = planned.flatMap(({ planned: plan }) => (plan ? [plan.closesOn] : []));
  const closesOn = closing.toSorted().at(-1);
  if (closesOn === undefined) return 0;
  const id = newId();
  await tx.wave.create({
    data: {
      workspaceId: workspace.id,
      id,
      surveyId: program.surveyId,
      programId: program.id,
      name: wave.name,
      state: "sending",
      createdById: program.createdById,
      createdAt: now,
      startedAt: now,
      closesOn: dateColumn(closesOn),
      touchpointOn: wave.touchpointOn ? dateColumn(wave.touchpointOn) : null,
      reminderAfterDays: program.reminderAfterDays,
    },
    select: { id: true },
  });
  const target = { id, surveyId: program.surveyId, closesOn };
  const asked = await insertInvitations(tx, ctx, target, wave.people, {
    asksDespiteInterval: false,
  });
  await signalWork(tx, workspace.id, "mail", now);
  await signalWork(tx, workspace.id, "wave", afterLastDay(closesOn));
  return asked;
}

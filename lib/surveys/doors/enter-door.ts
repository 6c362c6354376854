import { z } from "zod";
import { countTry } from "@/lib/auth/rate-limit";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { invalidField } from "@/lib/errors";
import { addDays, dateColumn, dateIn } from "@/lib/format/calendar";
import { makeLinkToken, readLinkToken } from "@/lib/mail/link-token";
import { storedAnswer } from "../design/stored-answer";
import { OPEN_DAYS } from "../waves/open-days";
import type { DoorKind } from "./door.types";
import { type DoorCall, type FoundDoor, findDoor } from "./find-door";

const CHOOSE = "Choose an answer.";
const enterDoorSchema = z.object({ score: z.string({ error: CHOOSE }).max(40, CHOOSE) });

export type Entered = { kind: DoorKind /** Of an invitation of one's own. */; token: string };

function closesOn({ kind, ctx }: FoundDoor): string {
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  // The next person at a kiosk is another one.
  return kind === "kiosk" ? today : addDays(today, OPEN_DAYS);
}

/**
 * Whoever presses gets an invitation without a contact, under whose own link the answer is stored and
 * can be changed. Null for a link that is none, and for a door that was closed.
 * @throws AppError INVALID_INPUT where what was pressed is none of the choices, RATE_LIMITED where too
 *   many come from one address.
 */
export async function enterDoor({
  input,
  address,
  ...call
}: DoorCall & { address: string; input: unknown }): Promise<Entered | null> {
  const { score } = enterDoorSchema.parse(input);
  const link = readLinkToken(call.token);
  const { workspaceId } = link;
  return withWorkspace({ workspace: { id: workspaceId } }, async (tx) => {
    const door = await findDoor(tx, link, call);
    if (!door) return null;
    if (storedAnswer(door.asked, score) === null) throw invalidField("score", CHOOSE);
    const rule = door.kind === "kiosk" ? "door:kiosk" : "door:address";
    await countTry([{ rule, of: `${door.doorId} ${address}` }]);
    const invitationId = newId();
    await tx.invitation.create({
      data: {
        workspaceId,
        id: invitationId,
        surveyId: door.surveyId,
        accountId: door.account?.id ?? null,
        channel: door.kind,
        doorId: door.doorId,
        language: door.language,
        createdAt: call.now,
        closesOn: dateColumn(closesOn(door)),
      },
      select: { id: true },
    });
    const subject = { workspaceId, invitationId };
    return { kind: door.kind, token: makeLinkToken(readEnv().LINK_KEYS, "survey", subject, 1) };
  });
}

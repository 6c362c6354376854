import { type Ctx, makeCtx, toWorkspaceInfo, WORKSPACE_COLUMNS } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { Language } from "@/lib/i18n/languages";
import { isLinkGenuine, type LinkToken } from "@/lib/mail/link-token";
import { type AskedQuestion, surveyLanguage } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import type { DoorKind } from "./door.types";

export type DoorCall = {
  token: string;
  now: Date;
  /** Language tags the visitor would like, the dearest first. */
  wishes: readonly string[];
};

/** A door that stands open, seen by whoever found its link. */
export type FoundDoor = {
  ctx: Ctx;
  doorId: string;
  kind: DoorKind;
  surveyId: string;
  account: { id: string; name: string } | null;
  /** Whose signature it stands in. */
  reader: string | null;
  asked: AskedQuestion;
  language: Language;
};

/** Null for a link that is none and for a door that is closed: the same two queries for each. */
export async function findDoor(
  tx: Tx,
  link: LinkToken,
  { now, wishes }: DoorCall,
): Promise<FoundDoor | null> {
  const { workspaceId, invitationId: doorId } = link;
  const door = await tx.surveyDoor.findFirst({
    where: { workspaceId, id: doorId },
    select: {
      kind: true,
      tokenVersion: true,
      closedAt: true,
      account: { select: { id: true, name: true } },
      employee: { select: { name: true } },
      survey: { include: { touchpoint: { select: { name: true } } } },
    },
  });
  const row = await tx.workspace.findFirst({
    where: { id: workspaceId, archivedAt: null },
    select: WORKSPACE_COLUMNS,
  });
  const isGenuine = isLinkGenuine(readEnv().LINK_KEYS, link, "door", door?.tokenVersion ?? 0);
  if (!isGenuine || !door || !row || door.closedAt || door.survey.archivedAt) return null;
  const workspace = toWorkspaceInfo(row);
  const { survey } = door;
  const asked = toAskedQuestion(survey, {
    company: workspace.name,
    touchpointName: survey.touchpoint?.name ?? null,
    // At a kiosk it happens today; a link may lie anywhere for weeks.
    touchpointOn: door.kind === "kiosk" ? dateIn(workspace.timeZone, now) : null,
  });
  const language = surveyLanguage(asked, ...wishes, workspace.locale);
  const actor = { type: "system", job: "survey door" } as const;
  return {
    ctx: makeCtx({ actor, workspace, now, locale: language }),
    doorId,
    kind: door.kind as DoorKind,
    surveyId: survey.id,
    account: door.account,
    reader: door.employee?.name ?? null,
    asked,
    language,
  };
}

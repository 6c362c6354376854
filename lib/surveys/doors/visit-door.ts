import { withWorkspace } from "@/lib/db/with-workspace";
import type { Language } from "@/lib/i18n/languages";
import { readLinkToken } from "@/lib/mail/link-token";
import { type RespondentPageDto, toRespondentPage } from "../answers/respondent-page";
import { languagesOf } from "../design/survey-question";
import { loadTrial, sampleLink } from "../preview/sample";
import type { DoorKind } from "./door.types";
import { type DoorCall, findDoor } from "./find-door";

export type DoorPageDto = {
  kind: DoorKind;
  page: RespondentPageDto;
  /** Those it can be answered in. */
  languages: Language[];
};

/**
 * The page behind a door. The secret in the link stands where others have a session. It reads only:
 * opening a link that anybody may have stores nothing, and leaves no row behind.
 */
export async function visitDoor(call: DoorCall): Promise<DoorPageDto | null> {
  const link = readLinkToken(call.token);
  return withWorkspace({ workspace: { id: link.workspaceId } }, async (tx) => {
    const door = await findDoor(tx, link, call);
    if (!door) return null;
    const { language, asked } = door;
    const trial = await loadTrial(tx, door.ctx, { language, asked });
    const nobody = {
      ...sampleLink(trial, null),
      contactId: null,
      accountId: door.account?.id ?? null,
      account: door.account?.name ?? null,
      firstName: null,
      reader: door.reader ?? asked.company,
    };
    return { kind: door.kind, page: toRespondentPage(nobody), languages: languagesOf(asked) };
  });
}

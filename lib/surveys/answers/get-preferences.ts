import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { loadPreferences } from "@/lib/consent/load-preferences";
import { ERASURE_DELAY_DAYS, type PreferenceState } from "@/lib/consent/preferences";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { addDays, dateIn } from "@/lib/format/calendar";
import type { Language } from "@/lib/i18n/languages";
import { respondentDate } from "@/lib/i18n/respondent-text";
import { loadInvitation } from "./load-invitation";
import { requireRespondent } from "./require-respondent";

export type PreferencesPageDto = {
  language: Language;
  company: string;
  account: string;
  reader: string;
  chosen: PreferenceState;
  /** "14 October": the day of deletion, asked for or if asked for today. */
  eraseDate: string;
};

/** What a person may change without signing in; the link never ends. */
export async function getPreferences({ ctx }: { ctx: Ctx }): Promise<PreferencesPageDto> {
  requirePermission(ctx, "preference:write");
  const invitationId = requireRespondent(ctx);
  return withWorkspace(ctx, async (tx) => {
    const invitation = await loadInvitation(tx, ctx.workspace, invitationId);
    if (!invitation) throw notFound("link");
    const { language, asked } = invitation;
    const chosen = await loadPreferences(tx, ctx.workspace, invitation.contact.id);
    const today = dateIn(ctx.workspace.timeZone, ctx.now);
    const eraseOn = chosen.eraseOn ?? addDays(today, ERASURE_DELAY_DAYS);
    return {
      language,
      company: asked.company,
      account: invitation.account.name,
      reader: invitation.sender.name,
      chosen,
      eraseDate: respondentDate(language, eraseOn),
    };
  });
}

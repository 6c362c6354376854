import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  latestConsents,
  loadConsents,
} from "@/lib/consent/consent-rows";
import { loadPreferences } from "@/lib/consent/load-preferences";
import { ERASURE_DELAY_DAYS, type PreferenceState } from "@/lib/consent/preferences";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { addDays, dateIn } from "@/lib/format/calendar";
import type { Language } from "@/lib/i18n/languages";
import { respondentDate, respondentFullDate } from "@/lib/i18n/respondent-text";
import { loadAskingSettings } from "@/lib/workspaces/asking-settings";
import { whoSees } from "../mail/who-sees";
import { loadInvitation } from "./load-invitation";
import { requireRespondent } from "./require-respondent";

/** What was recorded of one purpose; `since` is null where nothing was. */
export type RecordedConsent = {
  purpose: ConsentPurpose;
  isGranted: boolean;
  /** "14 October 2026" */
  since: string | null;
  wording: string | null;
};

export type PreferencesPageDto = {
  language: Language;
  company: string;
  account: string;
  whoSees: string;
  /** Where the company says how it uses details, if it does. */
  privacyUrl: string | null;
  chosen: PreferenceState;
  recorded: RecordedConsent[];
  /** "14 October": the day of deletion, asked for or if asked for today. */
  eraseDate: string;
};

async function loadRecorded(
  tx: Tx,
  ctx: Ctx,
  contactId: string,
  language: Language,
): Promise<RecordedConsent[]> {
  const latest = latestConsents(await loadConsents(tx, ctx.workspace.id, contactId));
  return CONSENT_PURPOSES.map((purpose) => {
    const row = latest.get(purpose);
    if (!row || row.state === "unset") {
      return { purpose, isGranted: false, since: null, wording: null };
    }
    const since = respondentFullDate(language, dateIn(ctx.workspace.timeZone, row.at));
    return { purpose, isGranted: row.state === "granted", since, wording: row.wording };
  });
}

/** What a person may change without signing in; the link never ends. */
export async function getPreferences({ ctx }: { ctx: Ctx }): Promise<PreferencesPageDto> {
  requirePermission(ctx, "preference:write");
  const invitationId = requireRespondent(ctx);
  return withWorkspace(ctx, async (tx) => {
    const { workspace } = ctx;
    const invitation = await loadInvitation(tx, workspace, invitationId);
    if (!invitation) throw notFound("link");
    const { language, asked, sender, contact } = invitation;
    const { company } = asked;
    const today = dateIn(workspace.timeZone, ctx.now);
    const settings = await loadAskingSettings(tx, workspace, today);
    const chosen = await loadPreferences(tx, workspace, contact.id);
    const eraseOn = chosen.eraseOn ?? addDays(today, ERASURE_DELAY_DAYS);
    const { hidesNames, privacyUrl } = settings;
    return {
      language,
      company,
      account: invitation.account.name,
      whoSees: whoSees(language, { company, reader: sender.name, hidesNames }),
      privacyUrl,
      chosen,
      recorded: await loadRecorded(tx, ctx, contact.id, language),
      eraseDate: respondentDate(language, eraseOn),
    };
  });
}

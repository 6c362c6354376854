import { type Ctx, makeCtx } from "@/lib/auth/ctx";
import { type Run, type Send, withWorkspaceSql } from "@/lib/db/with-workspace-sql";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { Language } from "@/lib/i18n/languages";
import { isLinkGenuine, type LinkToken, readLinkToken } from "@/lib/mail/link-token";
import { type AskingSettings, toAskingSettings } from "@/lib/workspaces/asking-settings";
import { type AskedQuestion, surveyLanguage } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import type { HeldReason } from "./held-reason";
import type { EarlierScore, LinkHistory } from "./judge-press";
import { type EventRow, LINK_SQL, type LinkRow } from "./link-sql";

/** Who came with the link, seen from the request. */
export type LinkCall = {
  token: string;
  now: Date;
  /** Who is signed in in this browser, to whatever workspace. */
  viewerId: string | null;
};

/** An invitation whose link is genuine, and all that happened to it. */
export type OpenedLink = {
  ctx: Ctx;
  invitationId: string;
  tokenVersion: number;
  surveyId: string;
  /** Both null where somebody came through a door that is nobody's own. */
  contactId: string | null;
  accountId: string | null;
  language: Language;
  closesOn: string;
  isOpen: boolean;
  asked: AskedQuestion;
  settings: AskingSettings;
  /** The browser is signed in to this very workspace. */
  isStaff: boolean;
  account: string | null;
  firstName: string | null;
  reader: string;
  /** Machines open so many of the domain's links that nothing is selected beforehand. */
  isScannedDomain: boolean;
  areFactsDue: boolean;
  isLearningDue: boolean;
  visits: number;
  /** Earliest first, all questions. */
  events: readonly EventRow[];
  history: LinkHistory;
};

function toCtx(row: LinkRow, link: LinkToken, now: Date): Ctx {
  const { slug, company: name, currency, timeZone, locale, country, figuresAsOf, isDemo } = row;
  return makeCtx({
    actor: { type: "respondent", invitationId: link.invitationId },
    workspace: {
      id: link.workspaceId,
      slug,
      name,
      currency,
      timeZone,
      locale,
      country,
      figuresAsOf,
      isDemo,
    },
    now,
    locale: row.language,
  });
}

function toScore(event: EventRow): EarlierScore {
  return {
    id: event.id,
    value: event.valueCode ?? String(event.valueNumber),
    class: event.class,
    reason: event.reason as HeldReason | null,
    at: new Date(event.at),
    isTrusted: event.isTrusted,
  };
}

function toHistory(row: LinkRow, events: readonly EventRow[]): LinkHistory {
  return {
    handedAt: row.handedAt,
    scores: events.filter((event) => event.question === row.question).map(toScore),
    honeypotAt: row.honeypotAt,
    prefetchAt: row.prefetchAt,
    signalAt: row.signalAt,
    openedChoices: row.openedChoices ?? [],
  };
}

function toOpenedLink(row: LinkRow, link: LinkToken, now: Date): OpenedLink {
  const { company, touchpointName, touchpointOn } = row;
  const asked = toAskedQuestion(row, { company, touchpointName, touchpointOn });
  const settings = toAskingSettings(row.settings, row);
  const events = row.events ?? [];
  return {
    ctx: toCtx(row, link, now),
    invitationId: link.invitationId,
    tokenVersion: row.tokenVersion,
    surveyId: row.surveyId,
    contactId: row.contactId,
    accountId: row.accountId,
    language: surveyLanguage(asked, row.language, row.locale),
    closesOn: row.closesOn,
    isOpen: row.isWaveClosed !== true && dateIn(row.timeZone, now) <= row.closesOn,
    asked,
    settings,
    isStaff: row.isStaff,
    account: row.accountName,
    firstName: row.firstName,
    reader: row.senderName ?? company,
    isScannedDomain: (row.scannedShare ?? 0) > settings.scannerShare,
    areFactsDue: row.areFactsDue,
    isLearningDue: row.isLearningDue,
    visits: row.visits,
    events,
    history: toHistory(row, events),
  };
}

/**
 * Opens the link in one transaction and does `work` with what it leads to. The secret in the link
 * stands where others have a session: nothing is shown or written before it is found genuine. Null
 * for a link that is altered, foreign to the purpose or unknown; the same queries run for each.
 * @param isPress whether something may be written: then presses of one link wait for one another.
 */
export async function withSurveyLink<T>(
  { token, now, viewerId }: LinkCall,
  isPress: boolean,
  work: (link: OpenedLink, send: Send, run: Run) => Promise<T>,
): Promise<T | null> {
  const link = readLinkToken(token);
  const { workspaceId, invitationId } = link;
  const lock = isPress ? ({ table: "invitation", id: invitationId } as const) : null;
  return withWorkspaceSql({ workspace: { id: workspaceId }, lock }, async (run, send) => {
    const [row] = await run<LinkRow>(LINK_SQL, [workspaceId, invitationId, now, viewerId]);
    const version = row?.tokenVersion ?? 0;
    const isGenuine = isLinkGenuine(readEnv().LINK_KEYS, link, "survey", version);
    return isGenuine && row ? work(toOpenedLink(row, link, now), send, run) : null;
  });
}

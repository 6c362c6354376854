import { type Ctx, makeCtx } from "@/lib/auth/ctx";
import { type Run, type Send, type Statement, withWorkspaceSql } from "@/lib/db/with-workspace-sql";
import { readEnv } from "@/lib/env";
import { dateIn } from "@/lib/format/calendar";
import type { Language } from "@/lib/i18n/languages";
import { isLinkGenuine, type LinkToken, readLinkToken } from "@/lib/mail/link-token";
import { type AskingSettings, toAskingSettings } from "@/lib/workspaces/asking-settings";
import { type AskedQuestion, surveyLanguage } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import type { HeldReason } from "./held-reason";
import type { EarlierScore, LinkHistory } from "./judge-press";
import { type EventRow, LINK_SQL, type LinkRow, PRESS_SQL, type PressRow } from "./link-sql";

/** Who came with the link, seen from the request. */
export type LinkCall = {
  token: string;
  now: Date;
  /** Who is signed in in this browser, to whatever workspace. */
  viewerId: string | null;
};

/** An invitation whose link is genuine, and all that happened to it. */
export type PressedLink = {
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
  areFactsDue: boolean;
  visits: number;
  /** Earliest first, all questions. */
  events: readonly EventRow[];
  history: LinkHistory;
};

/** With what its page says. */
export type OpenedLink = PressedLink & {
  account: string | null;
  firstName: string | null;
  reader: string;
  /** Machines open so many of the domain's links that nothing is selected beforehand. */
  isScannedDomain: boolean;
  isLearningDue: boolean;
};

function toCtx(row: PressRow, link: LinkToken, now: Date): Ctx {
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

function toHistory(row: PressRow, events: readonly EventRow[]): LinkHistory {
  return {
    handedAt: row.handedAt,
    scores: events.filter((event) => event.question === row.question).map(toScore),
    honeypotAt: row.honeypotAt,
    prefetchAt: row.prefetchAt,
    signalAt: row.signalAt,
    openedChoices: row.openedChoices ?? [],
  };
}

/** @param touchpointName null for a press, which asks nothing. */
function toPressedLink(
  row: PressRow,
  link: LinkToken,
  now: Date,
  touchpointName: string | null,
): PressedLink {
  const { company, touchpointOn } = row;
  const asked = toAskedQuestion(row, { company, touchpointName, touchpointOn });
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
    settings: toAskingSettings(row.settings, row),
    isStaff: row.isStaff,
    areFactsDue: row.areFactsDue,
    visits: row.visits,
    events,
    history: toHistory(row, events),
  };
}

function toOpenedLink(row: LinkRow, link: LinkToken, now: Date): OpenedLink {
  const pressed = toPressedLink(row, link, now, row.touchpointName);
  return {
    ...pressed,
    account: row.accountName,
    firstName: row.firstName,
    reader: row.senderName ?? row.company,
    isScannedDomain: (row.scannedShare ?? 0) > pressed.settings.scannerShare,
    isLearningDue: row.isLearningDue,
  };
}

type Work<Link, T> = (link: Link, send: Send, run: Run) => Promise<T>;

/** The row of the link, or null for one that is none; then the same was asked as of any other. */
async function readLink<Row extends PressRow>(
  { token, now, viewerId }: LinkCall,
  run: Run,
  statement: Statement,
): Promise<{ row: Row; link: LinkToken } | null> {
  const link = readLinkToken(token);
  const { workspaceId, invitationId } = link;
  const [row] = await run<Row>(statement, [workspaceId, invitationId, now, viewerId]);
  const version = row?.tokenVersion ?? 0;
  const isGenuine = isLinkGenuine(readEnv().LINK_KEYS, link, "survey", version);
  return isGenuine && row ? { row, link } : null;
}

/**
 * Opens the link in one transaction and does `work` with what it leads to. The secret in the link
 * stands where others have a session: nothing is shown or written before it is found genuine. Null
 * for a link that is altered, foreign to the purpose or unknown; the same queries run for each.
 */
export async function withSurveyLink<T>(
  call: LinkCall,
  work: Work<OpenedLink, T>,
): Promise<T | null> {
  const { workspaceId } = readLinkToken(call.token);
  return withWorkspaceSql({ workspace: { id: workspaceId } }, async (run, send) => {
    const found = await readLink<LinkRow>(call, run, LINK_SQL);
    return found && work(toOpenedLink(found.row, found.link, call.now), send, run);
  });
}

/** The same for a press, which may write: presses of one link wait for one another. */
export async function withPressedLink<T>(
  call: LinkCall,
  work: Work<PressedLink, T>,
): Promise<T | null> {
  const { workspaceId, invitationId } = readLinkToken(call.token);
  const lock = { table: "invitation", id: invitationId } as const;
  return withWorkspaceSql({ workspace: { id: workspaceId }, lock }, async (run, send) => {
    const found = await readLink<PressRow>(call, run, PRESS_SQL);
    return found && work(toPressedLink(found.row, found.link, call.now, null), send, run);
  });
}

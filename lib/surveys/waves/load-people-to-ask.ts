import { personName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { surveyRefusals } from "@/lib/consent/mail-refusals";
import type { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { dateIn, isoDate } from "@/lib/format/calendar";
import { chooseLanguage, countryLanguage, type Language } from "@/lib/i18n/languages";
import { type AskingSettings, sendingMode } from "@/lib/workspaces/asking-settings";
import { loadSeldomSkips } from "../design/load-seldom-skips";
import { loadAccountAsks } from "./load-account-asks";
import { loadLastAsked } from "./load-last-asked";
import { type SkipReason, skipReason } from "./skip-reason";
import type { WaveSelection } from "./wave-selection";

export type PersonToAsk = {
  contactId: string;
  name: string;
  email: string | null;
  role: string | null;
  language: Language;
  accountId: string;
  accountName: string;
  skip: SkipReason | null;
  lastAskedAt: Date | null;
};

/** A wave larger than this is sent in parts. */
export const MAX_PEOPLE = 20_000;

// A database may know the case of English letters only: Ø and ø are then told apart.
function inAnyCase(text: string): Prisma.AccountWhereInput[] {
  const lower = text.toLowerCase();
  const capital = lower.slice(0, 1).toUpperCase() + lower.slice(1);
  const ways = new Set([text, lower, capital, text.toUpperCase()]);
  return [...ways].map((contains) => ({ name: { contains, mode: "insensitive" } }));
}

function whereOf(
  workspaceId: string,
  selection: WaveSelection,
  segmentAccounts: readonly string[] | null,
): Prisma.ContactWhereInput {
  const account: Prisma.AccountWhereInput = { archivedAt: null, mergedIntoId: null };
  if (selection.q) account.OR = inAnyCase(selection.q);
  const named = selection.accountIds.length > 0 ? selection.accountIds : null;
  const lists = [named, segmentAccounts].filter((ids) => ids !== null);
  account.AND = lists.map((ids) => ({ id: { in: [...ids] } }));
  return {
    workspaceId,
    archivedAt: null,
    account,
    ...(selection.roles.length > 0 ? { role: { in: selection.roles } } : {}),
    id: {
      notIn: selection.leaveOut,
      ...(selection.contactIds.length > 0 ? { in: selection.contactIds } : {}),
    },
  };
}

// Where an account may not be asked as often as it has people, those who decide come first.
const ROLE_ORDER = ["decision_maker", "influencer", "user"];

function rolePlace(role: string | null): number {
  const place = ROLE_ORDER.indexOf(role ?? "");
  return place === -1 ? ROLE_ORDER.length : place;
}

/** The people of a selection with the reason why one of them is not asked now. */
export async function loadPeopleToAsk(
  tx: Tx,
  ctx: Ctx,
  selection: WaveSelection,
  rules: {
    asksDespiteInterval: boolean;
    segmentAccounts: readonly string[] | null;
    settings: AskingSettings;
    /** The survey they would be asked; left out where that is not known yet. */
    surveyId?: string | undefined;
  },
): Promise<PersonToAsk[]> {
  const workspaceId = ctx.workspace.id;
  const rows = await tx.contact.findMany({
    where: whereOf(workspaceId, selection, rules.segmentAccounts),
    orderBy: [{ account: { name: "asc" } }, { lastName: "asc" }, { id: "asc" }],
    take: MAX_PEOPLE + 1,
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      role: true,
      language: true,
      leftOn: true,
      erasedAt: true,
      surveyIntervalDays: true,
      account: { select: { id: true, name: true, country: true } },
    },
  });
  const home = ctx.workspace.country;
  const recipients = rows.map((row) => ({
    contactId: row.id,
    email: row.email,
    needsConsent: sendingMode(rules.settings, row.account.country ?? home) === "opt_in_first",
  }));
  const refusals = await surveyRefusals(tx, workspaceId, readEnv().LINK_KEYS, recipients);
  const ids = rows.map((row) => row.id);
  const lastAsked = await loadLastAsked(tx, workspaceId, ids, "planned");
  const today = dateIn(ctx.workspace.timeZone, ctx.now);
  const accountIds = [...new Set(rows.map((row) => row.account.id))];
  const asks = await loadAccountAsks(tx, ctx, accountIds, "planned");
  const asked = rows.map((row) => ({ contactId: row.id, accountId: row.account.id }));
  const seldom = await loadSeldomSkips(tx, ctx, rules.surveyId ?? null, asked);
  const { asksDespiteInterval, settings } = rules;
  const at = { now: ctx.now, today, asksDespiteInterval, rules: settings };
  const place = new Map(accountIds.map((id, index) => [id, index]));
  const placeOf = (row: (typeof rows)[number]) => place.get(row.account.id) ?? 0;
  const ordered = rows.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || rolePlace(a.role) - rolePlace(b.role),
  );
  return ordered.map((row) => {
    const accountAsks = asks.get(row.account.id) ?? 0;
    const person = {
      accountAsks,
      email: row.email,
      leftOn: row.leftOn ? isoDate(row.leftOn) : null,
      isGone: row.erasedAt !== null,
      refusal: refusals.get(row.id) ?? null,
      lastAskedAt: lastAsked.get(row.id) ?? null,
      intervalDays: row.surveyIntervalDays,
    };
    const skip = skipReason(person, at) ?? seldom.get(row.id) ?? null;
    if (skip === null) asks.set(row.account.id, accountAsks + 1);
    return {
      contactId: row.id,
      name: personName(row, ctx.locale),
      email: row.email,
      role: row.role,
      language: chooseLanguage(
        row.language,
        countryLanguage(row.account.country),
        ctx.workspace.locale,
      ),
      accountId: row.account.id,
      accountName: row.account.name,
      skip,
      lastAskedAt: person.lastAskedAt,
    };
  });
}

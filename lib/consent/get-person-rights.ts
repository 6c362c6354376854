import { z } from "zod";
import { personName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { dateIn } from "@/lib/format/calendar";
import { staffWords } from "@/lib/i18n/staff-words";
import { addressHashes } from "@/lib/mail/address-hash";
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  type ConsentState,
  latestConsents,
  loadConsents,
} from "./consent-rows";
import { LESS_OFTEN_DAYS } from "./preferences";

export type ConsentEntry = {
  purpose: ConsentPurpose;
  state: ConsentState;
  wording: string | null;
  source: string;
  /** ISO day in the workspace. */
  on: string;
};

/** Why nothing is sent to the address, whatever the consent says. */
export type MailStop = "hard_bounce" | "complaint" | "opt_out" | "erasure";

export type PersonRightsDto = {
  contactId: string;
  name: string;
  title: string | null;
  email: string | null;
  accountId: string;
  accountName: string;
  isErased: boolean;
  /** Each purpose with its latest row; null where nothing is recorded. */
  now: { purpose: ConsentPurpose; entry: ConsentEntry | null }[];
  /** All that was ever said, the newest first. */
  history: ConsentEntry[];
  asksLessOften: boolean;
  stops: MailStop[];
  /** ISO day on which the person is erased, as the person asked. */
  eraseOn: string | null;
  can: { record: boolean; erase: boolean; lift: boolean };
};

const getPersonRightsSchema = z.object({ contactId: z.uuid() });

async function loadPerson(tx: Tx, ctx: Ctx, contactId: string) {
  const row = await tx.contact.findFirst({
    where: { workspaceId: ctx.workspace.id, id: contactId },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      title: true,
      email: true,
      surveyIntervalDays: true,
      erasedAt: true,
      account: { select: { id: true, name: true } },
    },
  });
  if (!row) throw notFound("person");
  return row;
}

async function loadStops(
  tx: Tx,
  ctx: Ctx,
  contact: { id: string; email: string | null },
): Promise<MailStop[]> {
  const workspaceId = ctx.workspace.id;
  const hashes = contact.email
    ? addressHashes(readEnv().LINK_KEYS, workspaceId, contact.email)
    : [];
  const rows = await tx.suppression.findMany({
    where: {
      workspaceId,
      liftedAt: null,
      purpose: { in: ["survey", "all"] },
      OR: [
        { addressHash: { in: hashes } },
        { contactId: contact.id, reason: { not: "hard_bounce" } },
      ],
    },
    select: { reason: true },
  });
  return [...new Set(rows.map((row) => row.reason as MailStop))].sort();
}

async function loadEraseOn(tx: Tx, ctx: Ctx, contactId: string): Promise<string | null> {
  const request = await tx.erasureRequest.findFirst({
    where: { workspaceId: ctx.workspace.id, contactId, undoneAt: null, doneAt: null },
    orderBy: { dueAt: "asc" },
    select: { dueAt: true },
  });
  return request ? dateIn(ctx.workspace.timeZone, request.dueAt) : null;
}

/** What one person agreed to and refused, what stops mail, and what may be done about it. */
export async function getPersonRights({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<PersonRightsDto> {
  requirePermission(ctx, "account:read");
  const parsed = getPersonRightsSchema.safeParse(input);
  if (!parsed.success) throw notFound("person");
  const { contactId } = parsed.data;
  return withWorkspace(ctx, async (tx) => {
    const person = await loadPerson(tx, ctx, contactId);
    const rows = await loadConsents(tx, ctx.workspace.id, contactId);
    const latest = latestConsents(rows);
    const toEntry = ({ at, ...row }: (typeof rows)[number]): ConsentEntry => ({
      ...row,
      on: dateIn(ctx.workspace.timeZone, at),
    });
    const isErased = person.erasedAt !== null;
    const stops = await loadStops(tx, ctx, person);
    return {
      contactId,
      name: isErased
        ? staffWords(ctx.locale, "account")("people.erased")
        : personName(person, ctx.locale),
      title: person.title,
      email: person.email,
      accountId: person.account.id,
      accountName: person.account.name,
      isErased,
      now: CONSENT_PURPOSES.map((purpose) => {
        const row = latest.get(purpose);
        return { purpose, entry: row ? toEntry(row) : null };
      }),
      history: rows.map(toEntry).toReversed(),
      asksLessOften: (person.surveyIntervalDays ?? 0) >= LESS_OFTEN_DAYS,
      stops,
      eraseOn: await loadEraseOn(tx, ctx, contactId),
      can: {
        record: can(ctx.actor, "account:write") && !isErased,
        erase: can(ctx.actor, "contact:erase") && !isErased,
        lift: can(ctx.actor, "setting:write") && stops.includes("hard_bounce"),
      },
    };
  });
}

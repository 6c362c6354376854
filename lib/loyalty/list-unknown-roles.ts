import { z } from "zod";
import { guessRole } from "@/lib/accounts/guess-role";
import { personName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import { assessAt } from "@/lib/facts/workspace-facts";
import { dayNumber } from "@/lib/format/calendar";
import { decidedShares, findWaiting, type Waiting } from "./build-unknown-roles";
import { perEpoch } from "./per-epoch";
import type { UnknownRoleDto, UnknownRolesDto } from "./unknown-roles.types";

const PAGE_SIZE = 50;
const listUnknownRolesSchema = z.object({ page: z.coerce.number().int().min(1).catch(1) });

/** Names and titles of a page's people. */
async function loadPeople(tx: Tx, workspaceId: string, waiting: readonly Waiting[]) {
  const contacts = await tx.contact.findMany({
    where: { workspaceId, id: { in: waiting.map(({ contactId }) => contactId) }, role: null },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      email: true,
      title: true,
      account: { select: { id: true, name: true } },
    },
  });
  return new Map(contacts.map((contact) => [contact.id, contact]));
}

/** People of active accounts whose role is not recorded, each with what their title suggests. */
export async function listUnknownRoles({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { page?: string | number | undefined };
}): Promise<UnknownRolesDto> {
  requirePermission(ctx, "account:read");
  const wanted = listUnknownRolesSchema.parse(input);
  const { workspace } = ctx;
  return withFacts(ctx, async (tx, facts) => {
    const day = dayNumber(ctx.asOf);
    const found = perEpoch(facts, `unknown roles ${day}`, () =>
      findWaiting(facts.units, assessAt(facts, day), day),
    );
    const total = found.waiting.length;
    const page = Math.min(wanted.page, Math.max(1, Math.ceil(total / PAGE_SIZE)));
    const shown = found.waiting.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const people = await loadPeople(tx, workspace.id, shown);
    const rows = shown.flatMap((one): UnknownRoleDto[] => {
      const person = people.get(one.contactId);
      if (!person) return [];
      const { contactId, runningMinor, hasDecider } = one;
      const { title, account } = person;
      const name = personName(person, ctx.locale);
      const guess = guessRole(title);
      return [{ contactId, name, title, guess, account, runningMinor, hasDecider }];
    });
    const deciding = new Set(
      rows.filter(({ guess }) => guess === "decision_maker").map(({ contactId }) => contactId),
    );
    const { now, withGuesses } = decidedShares(
      found,
      shown.filter(({ contactId }) => deciding.has(contactId)),
    );
    return {
      currency: workspace.currency,
      asOf: ctx.asOf,
      rows,
      total,
      page,
      pageSize: PAGE_SIZE,
      runningMinor: found.runningMinor,
      decidedShare: now,
      shareWithGuesses: withGuesses,
      canSet: can(ctx.actor, "account:write"),
    };
  });
}

import { expect, test } from "vitest";
import { closeCase } from "@/lib/accounts/close-case";
import { closePromise } from "@/lib/accounts/close-promise";
import { createAccount } from "@/lib/accounts/create-account";
import { createContact } from "@/lib/accounts/create-contact";
import { leaveContact } from "@/lib/accounts/leave-contact";
import { logNegotiation } from "@/lib/accounts/log-negotiation";
import { logPromise } from "@/lib/accounts/log-promise";
import { logTouch } from "@/lib/accounts/log-touch";
import { logWallet } from "@/lib/accounts/log-wallet";
import { mergeAccounts } from "@/lib/accounts/merge/merge-accounts";
import { undoMerge } from "@/lib/accounts/merge/undo-merge";
import { openCase } from "@/lib/accounts/open-case";
import { recordCall } from "@/lib/accounts/record-call";
import { reopenCase } from "@/lib/accounts/reopen-case";
import { setContactRoles } from "@/lib/accounts/set-contact-roles";
import { updateAccount } from "@/lib/accounts/update-account";
import { updateContact } from "@/lib/accounts/update-contact";
import { updateNegotiation } from "@/lib/accounts/update-negotiation";
import { eraseContact } from "@/lib/erasure/erase-contact";
import { isAppError } from "@/lib/errors";
import { storeRates } from "@/lib/facts/rates/store-rates";
import { rebuildFacts } from "@/lib/facts/rebuild-facts";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { addDays } from "@/lib/format/calendar";
import { runUndo } from "@/lib/imports/run-undo";
import { undoImport } from "@/lib/imports/undo-import";
import { upsertRecords } from "@/lib/imports/upsert-records";
import { updateMapSettings } from "@/lib/loyalty/map-settings/update-map-settings";
import { reviewAnswers } from "@/lib/surveys/answers/review-answers";
import { updateWorkspace } from "@/lib/workspaces/update-workspace";
import { type Dice, diceFor } from "../../bench/data/random";
import { useTestDatabase } from "../../support/database";
import { createAnswer, createInvitation, createSurvey } from "../../support/factories/answers";
import { createWorld, type World } from "../../support/factories/world";
import { AS_OF, drawnRows } from "./drawn-rows";
import { inProcess, readFacts, stored } from "./processes";

const { queryIn } = useTestDatabase();
const NOW = new Date(`${AS_OF}T12:00:00Z`);

type Step = (draw: Dice) => Promise<unknown>;
type Given = { ctx: ReturnType<World["ctx"]>; input: Record<string, unknown> };

/** Nothing there for the verb to act on. */
class Nothing extends Error {}

/** A row of a table, drawn; ids in the order they were made. */
function drawn(world: World, draw: Dice) {
  return async (table: string, where = "true"): Promise<string> => {
    const rows = await queryIn(world.workspace.id)<{ id: string }>(
      `SELECT id FROM ${table} WHERE workspace_id = $1 AND ${where} ORDER BY id`,
      [world.workspace.id],
    );
    if (rows.length === 0) throw new Nothing(table);
    return draw.oneOf(rows).id;
  };
}

const KINDS = Object.keys(drawnRows(diceFor(1)));
/** One world in any order is quick; `npm run test:full` goes through more. */
const SEEDS = process.env.HOLDFAST_TEST_FULL ? [21, 22, 23, 24, 25, 26] : [21];
const MOST_TRIES = 300;

const PLACE = "archived_at IS NULL AND merged_into_id IS NULL";
const PERSON = "erased_at IS NULL";

/** Every verb that writes what facts are built from, each with an input of its own. */
function verbsOf(world: World, survey: Awaited<ReturnType<typeof createSurvey>>) {
  const call = (verb: (given: Given) => Promise<unknown>, input: Record<string, unknown>) =>
    verb({ ctx: world.ctx(), input });
  type Draw = { draw: Dice; one: ReturnType<typeof drawn> };
  const verbs: Record<string, (given: Draw) => Promise<unknown>> = {
    createAccount: ({ draw }) =>
      call(createAccount, { name: "New", currency: draw.oneOf(["DKK", "SEK"]) }),
    updateAccount: async ({ draw, one }) =>
      call(updateAccount, {
        accountId: await one("account", PLACE),
        ...(draw.next() < 0.5
          ? { parentId: draw.next() < 0.5 ? null : await one("account", PLACE) }
          : { decidesForSites: draw.next() < 0.5, industry: draw.oneOf(["water", "food"]) }),
      }),
    mergeAccounts: async ({ one }) =>
      call(mergeAccounts, {
        keptId: await one("account", PLACE),
        mergedId: await one("account", PLACE),
      }),
    undoMerge: async ({ one }) =>
      call(undoMerge, { mergeId: await one("account_merge", "undone_at IS NULL") }),
    createContact: async ({ one }) =>
      call(createContact, { accountId: await one("account", PLACE), lastName: "Holm" }),
    updateContact: async ({ draw, one }) =>
      call(updateContact, {
        contactId: await one("contact", PERSON),
        role: draw.oneOf(["decision_maker", "user", ""]),
      }),
    setContactRoles: async ({ draw, one }) =>
      call(setContactRoles, {
        roles: [
          { contactId: await one("contact", PERSON), role: draw.oneOf(["decision_maker", "user"]) },
        ],
      }),
    leaveContact: async ({ draw, one }) =>
      call(leaveContact, {
        contactId: await one("contact", PERSON),
        leftOn: addDays(AS_OF, -draw.whole(1, 400)),
      }),
    eraseContact: async ({ one }) =>
      call(eraseContact, { contactId: await one("contact", PERSON) }),
    logTouch: async ({ draw, one }) =>
      call(logTouch, {
        ...{ accountId: await one("account", PLACE), kind: "call", isTwoWay: true },
        ...{ happenedOn: addDays(AS_OF, -draw.whole(0, 300)), nextStepOn: AS_OF },
      }),
    logPromise: async ({ one }) =>
      call(logPromise, {
        ...{ accountId: await one("account", PLACE), body: "A pump", dueOn: addDays(AS_OF, 9) },
      }),
    closePromise: async ({ draw, one }) =>
      call(closePromise, {
        promiseId: await one("promise", "kept_on IS NULL AND broken_on IS NULL"),
        outcome: draw.oneOf(["kept", "broken"]),
      }),
    openCase: async ({ one }) =>
      call(openCase, {
        ...{ accountId: await one("account", PLACE), note: "Look", dueOn: addDays(AS_OF, 9) },
        ownerId: await one("employee"),
      }),
    closeCase: async ({ draw, one }) => {
      const kind = draw.oneOf(["case", "complaint"] as const);
      const caseId = await (kind === "case"
        ? one("case_file", "closed_at IS NULL")
        : one("complaint", "solved_on IS NULL"));
      return call(closeCase, { kind, caseId, note: "Done" });
    },
    reopenCase: async ({ one }) =>
      call(reopenCase, {
        kind: "complaint",
        caseId: await one("complaint", "solved_on IS NOT NULL"),
      }),
    logNegotiation: async ({ draw, one }) =>
      call(logNegotiation, {
        contractId: await one("contract"),
        ...{ openedOn: addDays(AS_OF, -draw.whole(1, 90)), outcome: "open", rival: "Other" },
      }),
    updateNegotiation: async ({ draw, one }) =>
      call(updateNegotiation, {
        negotiationId: await one("renewal_negotiation"),
        ...{ openedOn: "2026-06-01", closedOn: AS_OF, outcome: draw.oneOf(["won", "lost"]) },
      }),
    recordCall: async ({ draw, one }) =>
      call(recordCall, {
        contractId: await one("contract"),
        ...{ call: draw.oneOf(["safe", "unsure", "atRisk"]), line: "They said so" },
      }),
    logWallet: async ({ draw, one }) =>
      call(logWallet, {
        ...{ accountId: await one("account", PLACE), provenance: "asked", estimatedOn: AS_OF },
        ...{ yearlyLowMinor: draw.whole(1, 9) * 100_000, yearlyHighMinor: 2_000_000 },
      }),
    reviewAnswers: async ({ draw, one }) => {
      const id = await one("contact", PERSON);
      const accountId = await world.in(
        async (tx) =>
          (await tx.contact.findFirstOrThrow({ where: { workspaceId: world.workspace.id, id } }))
            .accountId,
      );
      const contact = { id, accountId };
      const invitation = await createInvitation(world, survey, contact);
      const held = await createAnswer(world, survey, contact, {
        ...{ on: addDays(AS_OF, -draw.whole(1, 300)), value: draw.whole(0, 10), class: "held" },
        invitationId: invitation.id,
      });
      await refreshFacts({ ctx: world.ctx() });
      return call(reviewAnswers, { responseIds: [held.id], decision: "accepted" });
    },
    storeRates: ({ draw }) =>
      storeRates(
        [
          { date: "2023-01-31", code: "DKK", perEur: 7.46 },
          {
            date: draw.oneOf(["2023-01-31", "2026-03-31"]),
            code: "SEK",
            perEur: draw.whole(9, 12),
          },
          ...(draw.next() < 0.3 ? [{ date: "2025-01-31", code: "NOK", perEur: 11.5 }] : []),
        ],
        NOW,
      ),
    updateMapSettings: ({ draw }) =>
      call(updateMapSettings, {
        ...{ from: draw.oneOf(["now", "start"]), reason: "A trial" },
        answerDays: draw.whole(90, 500),
      }),
    updateWorkspace: ({ draw }) =>
      call(updateWorkspace, {
        ...{ name: "Nordlys", locale: "en", country: "DK" },
        timeZone: draw.oneOf(["Europe/Copenhagen", "Pacific/Auckland"]),
      }),
  };
  const steps = Object.entries(verbs).map(([name, run]): [string, Step] => [
    name,
    (draw) => run({ draw, one: drawn(world, draw) }),
  ]);
  const write = (kind: string, draw: Dice) => {
    const rows = Array.from({ length: draw.whole(4, 8) }, () => drawnRows(draw)[kind]?.());
    return upsertRecords({ ctx: world.ctx(), input: { kind, rows } });
  };
  const kinds = KINDS.map((kind): [string, Step] => [kind, (draw) => write(kind, draw)]);
  const undone = KINDS.map((kind): [string, Step] => [
    `undo ${kind}`,
    async (draw) => {
      const { importId } = await write(kind, draw);
      if (importId === null) throw new Nothing(kind);
      await refreshFacts({ ctx: world.ctx() });
      await undoImport({ ctx: world.ctx(), input: { batchId: importId } });
      return runUndo({ ctx: world.ctx(), input: { batchId: importId } });
    },
  ]);
  return { kinds, steps: [...steps, ...undone, ...kinds] };
}

const REFUSALS = ["CONFLICT", "INVALID_INPUT", "NOT_FOUND"];

/** Whether it did something; where the verb says no, or there is nothing for it yet, nothing has changed. */
async function attempt(step: Step, draw: Dice): Promise<boolean> {
  try {
    await step(draw);
    return true;
  } catch (error) {
    if (error instanceof Nothing) return false;
    if (isAppError(error) && REFUSALS.includes(error.code)) return false;
    throw error;
  }
}

test.each(SEEDS)(
  "after each verb, in any order, what was refreshed is what a rebuild gives (%i)",
  async (seed) => {
    const world = await createWorld();
    const { kinds, steps } = verbsOf(world, await createSurvey(world));
    const draw = diceFor(seed);
    for (const [, step] of [...kinds, ...kinds]) await step(draw);
    const waiting = steps.map((step) => ({ step, at: draw.next() })).sort((a, b) => a.at - b.at);
    await refreshFacts({ ctx: world.ctx() });
    let tries = 0;
    for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
      const [name, step] = turn.step;
      if (!(await attempt(step, draw))) {
        tries += 1;
        expect(tries, `${name} never had anything to do`).toBeLessThan(MOST_TRIES);
        waiting.splice(draw.whole(0, waiting.length), 0, turn);
        continue;
      }
      await refreshFacts({ ctx: world.ctx() });
      if (draw.next() < 0.3) await inProcess("carried", () => readFacts(world));
      const refreshed = await stored(queryIn, world);
      await rebuildFacts({ ctx: world.ctx() });
      expect(await stored(queryIn, world), name).toEqual(refreshed);
    }
    const carried = await inProcess("carried", () => readFacts(world));
    expect(carried).toEqual(await inProcess("cold", () => readFacts(world)));
  },
  240_000,
);

import { beforeAll, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { driversTables } from "@/app/w/[workspace]/drivers/drivers-tables";
import { logTouch } from "@/lib/accounts/log-touch";
import { newId } from "@/lib/db/new-id";
import type { DriversDto } from "@/lib/loyalty/drivers.types";
import { getDrivers } from "@/lib/loyalty/get-drivers";
import { getOverview } from "@/lib/loyalty/get-overview";
import { driverImportance, ladderAdvice } from "@/lib/metrics";
import { createSegment } from "@/lib/segments/create-segment";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact } from "../../support/factories/accounts";
import { createAnswer, createInvitation, createSurvey } from "../../support/factories/answers";
import { createChurnEvent, createContract } from "../../support/factories/business";
import { createWorld, type World } from "../../support/factories/world";

const database = useTestDatabase();

const AS_OF = "2026-10-02";
const ACCOUNTS = 24;
const ITEMS = ["added_value", "service", "communication", "incentives"] as const;
let world: World;
let drivers: DriversDto;
let lost: { id: string };

/** Two answers of every account; service decides what they say, the rest goes its own way. */
function given(index: number) {
  const service = 1 + (index % 4);
  return {
    nps: Math.min(10, 2 * service + (index % 3)),
    added_value: 4 + (index % 2),
    service,
    communication: 3 + ((index * 7) % 3),
    incentives: 2 + ((index * 5) % 3),
  };
}

async function tellOfDrivers() {
  world = await createWorld({ asOf: AS_OF });
  const survey = await createSurvey(world);
  for (let index = 0; index < ACCOUNTS; index += 1) {
    const account = await createAccount(world, { country: index < 14 ? "NO" : "DK" });
    await createContract(world, account.id, {
      terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 1_000 }],
    });
    const contact = await createContact(world, account.id);
    for (const [turn, on] of ["2026-02-01", "2026-08-01"].entries()) {
      const { id: invitationId } = await createInvitation(world, survey, contact, {
        deliveredOn: on,
      });
      const answers = given(2 * index + turn);
      const say = (question: "nps" | `driver_${string}`, value: number) =>
        createAnswer(world, survey, contact, { on, question, value, invitationId });
      await say("nps", answers.nps);
      for (const item of ITEMS) await say(`driver_${item}`, answers[item]);
      // The Norwegians thought us better in the spring and the same since.
      const code = index < 14 && turn === 1 ? "same" : "better";
      await createAnswer(world, survey, contact, {
        on,
        question: "relative_advantage",
        code,
        invitationId,
      });
    }
    const reason = index % 3 === 0 ? "people" : "product";
    await createAnswer(world, survey, contact, {
      on: "2026-08-01",
      question: "reason_to_stay",
      code: reason,
    });
    if (index === 0) lost = account;
  }
  await createChurnEvent(world, lost.id, {
    on: "2026-09-15",
    kind: "account_lost",
    rival: "Pumpex ",
  });
}

beforeAll(async () => {
  await tellOfDrivers();
  drivers = await getDrivers({ ctx: world.ctx(), input: {} });
}, 120_000);

describe("what moves customers", () => {
  test("is the library's figure for the answers read by hand", async () => {
    const rows = await database.queryIn(world.workspace.id)<{
      account: string;
      outcome: number;
      answers: number[];
    }>(
      `SELECT n.account_id AS account, n.value_number AS outcome,
        (SELECT array_agg(d.value_number ORDER BY array_position(
            ARRAY['driver_added_value', 'driver_service', 'driver_communication', 'driver_incentives'], d.question))
          FROM response_event d WHERE d.invitation_id = n.invitation_id AND d.question LIKE 'driver%') AS answers
      FROM response_event n WHERE n.workspace_id = $1 AND n.question = 'nps'`,
      [world.workspace.id],
    );
    const own = driverImportance(rows, { items: ITEMS.map((key) => ({ key })), replicates: 300 });
    const { importance, ladder } = drivers;
    expect(importance).toMatchObject({ n: 48, accounts: ACCOUNTS, leftOut: 0, outcome: "nps" });
    expect(importance.explained.value).toBeCloseTo(own.explained.value ?? 0, 12);
    own.items.forEach((item, place) => {
      const shown = importance.drivers[place];
      expect(shown?.key).toBe(item.key);
      expect(shown?.importance.value).toBeCloseTo(item.importance.value ?? 0, 12);
      expect(shown?.performance.value).toBeCloseTo(item.performance.value ?? 0, 12);
      expect(shown?.matters).toBe(item.matters);
    });
    const advice = ladderAdvice(own, { advantage: { better: 10, same: 14, worse: 0 } });
    expect(ladder).toMatchObject({ advice: advice.advice, rung: advice.rung });
  });

  test("is service here, weak and the first to work on", () => {
    expect(drivers.ladder).toMatchObject({ advice: "workOn", rung: "service" });
    const weights = drivers.importance.drivers.map(({ relativeWeight }) => relativeWeight ?? 0);
    expect(Math.max(...weights)).toBe(weights[1]);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    expect(sum).toBeCloseTo(drivers.importance.explained.value ?? 0, 9);
  });

  test("is not said of too few answers, which still show how we do and how many are needed", async () => {
    const few = await createWorld({ asOf: AS_OF });
    const survey = await createSurvey(few);
    const contact = await createContact(few, (await createAccount(few)).id);
    const { id: invitationId } = await createInvitation(few, survey, contact, {
      deliveredOn: "2026-08-01",
    });
    const say = (question: "nps" | `driver_${string}`, value: number) =>
      createAnswer(few, survey, contact, { on: "2026-08-01", question, value, invitationId });
    await say("nps", 8);
    await say("driver_service", 3);
    await say("driver_added_value", 5);
    const { importance, ladder } = await getDrivers({ ctx: few.ctx(), input: {} });
    expect(importance).toMatchObject({ n: 1, needed: 20, reason: "tooFewAnswers" });
    expect(importance.drivers.map(({ performance }) => performance.value)).toEqual([5, 3]);
    expect(ladder.advice).toBeNull();
  });
});

describe("compared with their alternatives", () => {
  test("a real drop is told, in its segment and on the overview", async () => {
    const ctx = world.ctx();
    await createSegment({
      ctx,
      input: { name: "Norway", rules: { kind: "text", field: "country", is: ["NO"] } },
    });
    const page = await getDrivers({ ctx, input: {} });
    const [all, norway] = page.advantage;
    expect(norway?.segment?.name).toBe("Norway");
    expect(norway?.better).toMatchObject({ value: 0, n: 14 });
    expect(norway?.change?.value).toBe(-1);
    expect(norway?.isRealDrop).toBe(true);
    expect(all?.counts).toEqual({ better: 10, same: 14, worse: 0, none: 0, cannotSay: 0 });
    expect(all?.better.value).toBeCloseTo(10 / 24, 12);
    const overview = await getOverview({ ctx, input: {} });
    expect(overview.advantageDrops.map((segment) => segment?.name ?? null)).toEqual([
      null,
      "Norway",
    ]);
  });
});

describe("why they stay, and who asks them to leave", () => {
  test("reasons are shares of people, the account as the unit", () => {
    const share = (code: string) =>
      drivers.reasons.reasons.find((each) => each.code === code)?.share;
    expect(drivers.reasons).toMatchObject({
      people: ACCOUNTS,
      accounts: ACCOUNTS,
      isTooFew: false,
    });
    expect(share("people")?.value).toBeCloseTo(8 / 24, 12);
    expect(share("product")?.value).toBeCloseTo(16 / 24, 12);
    expect(share("price")?.value).toBe(0);
  });

  test("a rival is named with what the account brought before the quarter", () => {
    expect(drivers.rivals).toEqual([
      {
        name: "Pumpex",
        accounts: 1,
        lost: 1,
        revenueMinor: 1_000,
        quarters: [{ from: "2026-07-01", accounts: 1, lost: 1, revenueMinor: 1_000 }],
      },
    ]);
  });
});

describe("interviews", () => {
  const interview = (ctx: ReturnType<World["ctx"]>, more: Record<string, unknown> = {}) =>
    logTouch({
      ctx,
      input: {
        accountId: lost.id,
        kind: "interview",
        isTwoWay: true,
        happenedOn: "2026-09-20",
        note: "Waited two weeks for a technician.",
        criticisedDrivers: ["service", "service"],
        praisedDrivers: ["added_value"],
        ...more,
      },
    });

  test("are logged with what was praised and criticised, and stand beside the answers", async () => {
    await interview(world.ctx("account_manager"));
    const page = await getDrivers({ ctx: world.ctx(), input: {} });
    expect(page.interviews.interviews).toBe(1);
    expect(page.interviews.drivers.slice(0, 2)).toEqual([
      { key: "added_value", praised: 1, criticised: 0 },
      { key: "service", praised: 0, criticised: 1 },
    ]);
    const [audit] = await database.queryIn(world.workspace.id)<{ fields: string[] }>(
      "SELECT fields FROM audit_entry WHERE workspace_id = $1 AND verb = 'logTouch' ORDER BY at DESC LIMIT 1",
      [world.workspace.id],
    );
    expect(audit?.fields).toContain("criticisedDrivers");
  });

  test("are refused with a driver nobody knows, and to a viewer", async () => {
    await expect(interview(world.ctx(), { praisedDrivers: ["weather"] })).rejects.toBeInstanceOf(
      ZodError,
    );
    await expect(interview(world.ctx("viewer"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the page", () => {
  test("is empty but true in an empty workspace", async () => {
    const empty = await getDrivers({ ctx: (await createWorld()).ctx(), input: {} });
    expect(empty.importance).toMatchObject({ reason: "noData", n: 0 });
    expect(empty).toMatchObject({
      rivals: [],
      reasons: { people: 0 },
      interviews: { interviews: 0 },
    });
  });

  test("is refused to whoever may not read figures, and finds no other workspace's segment", async () => {
    const actor = { type: "respondent", invitationId: newId() } as const;
    await expect(getDrivers({ ctx: { ...world.ctx(), actor }, input: {} })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      getDrivers({ ctx: world.ctx(), input: { segmentId: newId() } }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("leaves as tables, each row as wide as its heading, in every language", async () => {
    for (const locale of ["en", "da", "sv", "nb", "fi"]) {
      const tables = await driversTables({ ...world.ctx(), locale }, {});
      expect(tables.map(({ key }) => key)).toEqual([
        "drivers",
        "interviews",
        "advantage",
        "reasons",
        "rivals",
      ]);
      for (const { rows, columns } of tables)
        expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
  });
});

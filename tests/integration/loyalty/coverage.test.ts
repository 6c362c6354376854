import { beforeAll, describe, expect, test } from "vitest";
import { coverageTables } from "@/app/w/[workspace]/coverage/coverage-tables";
import { logTouch } from "@/lib/accounts/log-touch";
import { newId } from "@/lib/db/new-id";
import { getCoverage } from "@/lib/loyalty/get-coverage";
import { sendWave } from "@/lib/surveys/waves/send-wave";
import { useTestDatabase } from "../../support/database";
import { createAccount, createContact, createEmployee } from "../../support/factories/accounts";
import { createInvitation } from "../../support/factories/answers";
import { createContract } from "../../support/factories/business";
import { createWorld } from "../../support/factories/world";
import { AS_OF, tellStory } from "./story";

const database = useTestDatabase();

type Story = Awaited<ReturnType<typeof tellStory>>;
let story: Story;
/** A customer nobody ever asked, of two people: one was asked last month, mail refused. */
let forgotten: { id: string };
let reachable: { id: string; accountId: string };

beforeAll(async () => {
  story = await tellStory();
  const { world, nps } = story;
  forgotten = await createAccount(world, { name: "Forgotten Foundry", ownerId: story.holm.id });
  await createContract(world, forgotten.id, {
    terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 5_000_000 }],
  });
  reachable = await createContact(world, forgotten.id, { role: "user", firstName: "Ida" });
  const rested = await createContact(world, forgotten.id, { role: "influencer", firstName: "Bo" });
  await createInvitation(world, nps, rested, { deliveredOn: "2026-09-20" });
});

const read = (input = {}, role: "admin" | "account_manager" | "viewer" = "admin") =>
  getCoverage({ ctx: story.world.ctx(role), input });

describe("coverage", () => {
  test("is the share of running revenue whose customers answered, by sums of the rows themselves", async () => {
    const page = await read();
    const { workspace } = story.world;
    const [sums] = await database.queryIn(workspace.id)<{ heard: string; signer: string }>(
      `WITH answered AS (
        SELECT DISTINCT r.account_id, c.role FROM response_event r
        JOIN contact c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
        WHERE r.workspace_id = $1 AND r.class = 'confirmed' AND r.answered_on > '2026-07-02'),
      revenue AS (
        SELECT c.account_id, sum(t.recurring_minor) AS minor FROM contract c
        JOIN contract_term t ON t.workspace_id = c.workspace_id AND t.contract_id = c.id
        WHERE c.workspace_id = $1 AND t.starts_on <= '2026-10-02'
          AND (t.ends_on IS NULL OR t.ends_on > '2026-10-02')
        GROUP BY c.account_id)
      SELECT (SELECT sum(minor) FROM revenue WHERE account_id IN
          (SELECT account_id FROM answered)) AS heard,
        (SELECT sum(minor) FROM revenue WHERE account_id IN
          (SELECT account_id FROM answered WHERE role = 'decision_maker')) AS signer`,
      [workspace.id],
    );
    expect(page.coverage.heard.revenueMinor).toBe(Number(sums?.heard));
    expect(page.coverage.signerHeard.revenueMinor).toBe(Number(sums?.signer));
    expect(page.points.at(-1)).toMatchObject({
      heard: page.coverage.heard.share,
      known: page.coverage.known.share,
      accounts: 6,
    });
  });

  test("tells theirs from ours: asked twice and silent, and not asked, each by revenue", async () => {
    const page = await read();
    expect(page.silent.lines.map(({ account }) => account.name)).toEqual(["Malmö Kyl"]);
    expect(page.notAsked.lines.map(({ account }) => account.name)).toEqual(["Forgotten Foundry"]);
    expect(page.silent.revenueMinor).toBe(3_000_000);
    expect(page.notAsked.revenueMinor).toBe(5_000_000);
  });

  test("puts every account into one band of days, and the bands add up to the running revenue", async () => {
    const page = await read();
    const sum = page.quiet.reduce((total, band) => total + band.revenueMinor, 0);
    expect(sum).toBe(page.coverage.totalMinor);
    expect(page.quiet.find(({ key }) => key === "never")?.accounts).toBe(2);
  });

  test("names accounts without a decision-maker", async () => {
    const page = await read();
    expect(page.noDecisionMaker.lines.map(({ account }) => account.name)).toEqual([
      "Forgotten Foundry",
    ]);
    const gap = page.roleGaps.find(({ key }) => key === "noDecisionMaker");
    expect(gap).toMatchObject({ accounts: 1, revenueMinor: 5_000_000 });
  });
});

describe("asking from the list", () => {
  test("says who can be asked, and why another cannot", async () => {
    const [line] = (await read()).notAsked.lines;
    expect(line?.ask?.people.map(({ id }) => id)).toEqual([reachable.id]);
    expect(line?.ask?.others).toMatchObject([{ reason: "asked_recently", role: "influencer" }]);
  });

  test("asks exactly those, by the verb of waves and with its audit row; then they are asked", async () => {
    const { world } = story;
    const page = await read();
    const [line] = page.notAsked.lines;
    const input = {
      waveId: line?.ask?.waveId,
      surveyId: page.survey?.id,
      name: "Forgotten Foundry",
      reminderAfterDays: "7",
      accountIds: line?.ask?.accountIds,
    };
    await expect(sendWave({ ctx: world.ctx("viewer"), input })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await sendWave({ ctx: world.ctx(), input })).toMatchObject({ asked: 1, skipped: 1 });
    type Mail = { contact: string; state: string; audit: string };
    const mails = await database.queryIn(world.workspace.id)<Mail>(
      `SELECT i.contact_id AS contact, m.state,
        (SELECT verb FROM audit_entry WHERE workspace_id = $1 AND subject_id = i.wave_id::text) AS audit
      FROM mail_outbox m JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
      WHERE m.workspace_id = $1 AND i.wave_id = $2`,
      [world.workspace.id, input.waveId],
    );
    expect(mails).toEqual([{ contact: reachable.id, state: "pending", audit: "sendWave" }]);
    const [after] = (await read()).notAsked.lines;
    expect(after?.ask?.people).toEqual([]);
    expect(after?.ask?.others.map(({ reason }) => reason)).toEqual([
      "asked_recently",
      "asked_recently",
    ]);
  });

  test("is not offered on an earlier day, nor without a survey", async () => {
    const earlier = await read({ asOf: "2026-09-30" });
    expect(earlier.notAsked.lines.every(({ ask }) => ask === null)).toBe(true);
    const plain = await createWorld({ asOf: AS_OF });
    const { id } = await createAccount(plain, {});
    await createContract(plain, id, {
      terms: [{ from: "2024-01-01", to: "2029-01-01", yearlyMinor: 1_000 }],
    });
    const page = await getCoverage({ ctx: plain.ctx(), input: {} });
    expect(page.survey).toBeNull();
    expect(page.notAsked.lines).toMatchObject([{ ask: null }]);
  });

  test("is told apart for those who may only look, or only log", async () => {
    expect(await read({}, "viewer")).toMatchObject({ canAsk: false, canLog: false });
    expect(await read({}, "account_manager")).toMatchObject({ canAsk: false, canLog: true });
  });
});

describe("accounts that hang on one relationship", () => {
  test("are those whose contacts all went through one colleague, for admins only", async () => {
    const { world } = story;
    const bach = await createEmployee(world, "Søren Bach");
    const log = async (accountId: string, employeeId: string, happenedOn: string) =>
      logTouch({
        ctx: world.ctx("account_manager", { employeeId }),
        input: { accountId, kind: "visit", isTwoWay: true, happenedOn },
      });
    for (const on of ["2026-03-01", "2026-05-01", "2026-07-01"]) {
      await log(story.passive.id, bach.id, on);
      await log(story.loyal.id, on === "2026-05-01" ? bach.id : story.holm.id, on);
    }
    const page = await read();
    expect(page.oneRelationship?.lines).toMatchObject([
      {
        account: { name: "Grenaa Havn" },
        colleague: { name: "Søren Bach" },
        isOwner: false,
        contacts: 3,
      },
    ]);
    expect((await read({}, "account_manager")).oneRelationship).toBeNull();
  });
});

describe("the page", () => {
  test("is empty but true in an empty workspace", async () => {
    const empty = await getCoverage({ ctx: (await createWorld()).ctx(), input: {} });
    expect(empty).toMatchObject({ activeAccounts: 0, points: [], silent: { total: 0 } });
    expect(empty.coverage.heard.share).toBeNull();
  });

  test("is refused to whoever may not read figures, and finds no other workspace's owner", async () => {
    const actor = { type: "respondent", invitationId: newId() } as const;
    const ctx = { ...story.world.ctx(), actor };
    await expect(getCoverage({ ctx, input: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(read({ ownerId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("leaves as tables, each row as wide as its heading, in every language", async () => {
    for (const locale of ["en", "da", "sv", "nb", "fi"]) {
      const tables = await coverageTables({ ...story.world.ctx(), locale }, {});
      expect(tables.map(({ key }) => key)).toEqual([
        "shares",
        "gaps",
        "quiet",
        "not-asked",
        "silent",
        "no-signer",
        "one-relationship",
      ]);
      for (const { rows, columns } of tables)
        expect(rows.every((row) => row.length === columns.length)).toBe(true);
    }
  });
});

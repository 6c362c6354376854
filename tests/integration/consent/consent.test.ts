import { expect, test } from "vitest";
import { getPersonRights } from "@/lib/consent/get-person-rights";
import { liftSuppression } from "@/lib/consent/lift-suppression";
import { recordConsent } from "@/lib/consent/record-consent";
import { setPreference } from "@/lib/consent/set-preference";
import { withWorkspace } from "@/lib/db/with-workspace";
import { suppressAddress } from "@/lib/mail/suppress-address";
import { previewWave } from "@/lib/surveys/waves/preview-wave";
import { updateAskingSettings } from "@/lib/workspaces/update-asking-settings";
import { useTestDatabase } from "../../support/database";
import {
  addAccount,
  addSurvey,
  addWave,
  auditVerbs,
  makeWorld,
  type World,
} from "../surveys/survey-world";

useTestDatabase();

type Known = { world: World; contactId: string };

async function know(): Promise<Known> {
  const world = await makeWorld({ isDemo: true });
  const { contactIds } = await addAccount(world, "Grenaa Havn", [
    { email: "lone@customer.example" },
  ]);
  return { world, contactId: contactIds[0] ?? "" };
}

const YES = {
  purpose: "survey",
  state: "granted",
  wording: "You may ask me twice a year.",
  source: "phone",
};

function record({ world, contactId }: Known, fields: Record<string, unknown> = {}) {
  return recordConsent({
    ctx: world.ctx("account_manager"),
    input: { contactId, ...YES, ...fields },
  });
}

function rightsOf({ world, contactId }: Known) {
  return getPersonRights({ ctx: world.ctx(), input: { contactId } });
}

async function skipOf({ world }: Known): Promise<string | null | undefined> {
  const input = { isChosen: true, asksDespiteInterval: true };
  const { selection } = await previewWave({ ctx: world.ctx(), input });
  return selection?.people[0]?.skip;
}

test("what a person said stands with its words, its time and where it was said", async () => {
  const known = await know();
  expect(await record(known, { on: "2026-03-01" })).toEqual({ contactId: known.contactId });
  const { now, history } = await rightsOf(known);
  const entry = { ...YES, on: "2026-03-01" };
  expect(history).toEqual([entry]);
  expect(now).toEqual([
    { purpose: "survey", entry },
    { purpose: "marketing", entry: null },
    { purpose: "reward", entry: null },
  ]);
  expect(await auditVerbs(known.world)).toContain("recordConsent");
});

test("a yes needs the words it was given to, and no yes lies in the future", async () => {
  const known = await know();
  await expect(record(known, { wording: "" })).rejects.toMatchObject({
    fieldErrors: { wording: expect.any(String) },
  });
  await expect(record(known, { on: "2100-01-01" })).rejects.toMatchObject({
    fieldErrors: { on: expect.any(String) },
  });
  await expect(record(known, { source: "" })).rejects.toThrow();
  await expect(record(known, { purpose: "all" })).rejects.toThrow();
  expect((await rightsOf(known)).history).toEqual([]);
});

test("viewers record nothing, and another workspace's person is nobody", async () => {
  const known = await know();
  const input = { contactId: known.contactId, ...YES };
  await expect(recordConsent({ ctx: known.world.ctx("viewer"), input })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const stranger = await makeWorld();
  await expect(recordConsent({ ctx: stranger.ctx(), input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(getPersonRights({ ctx: stranger.ctx(), input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(liftSuppression({ ctx: stranger.ctx(), input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("where consent comes first, only who said yes is asked", async () => {
  const known = await know();
  const { world } = known;
  expect(await skipOf(known)).toBeNull();
  await updateAskingSettings({
    ctx: world.ctx(),
    input: { modeByCountry: { DK: "opt_in_first" }, reason: "the country's law" },
  });
  expect(await skipOf(known)).toBe("no_consent");
  await record(known, { purpose: "marketing" });
  expect(await skipOf(known)).toBe("no_consent");
  await record(known);
  expect(await skipOf(known)).toBeNull();
  await record(known, { state: "withdrawn", wording: "" });
  expect(await skipOf(known)).toBe("opted_out");
});

test("a no told by a colleague stops the address; a later yes opens it, an older one does not", async () => {
  const known = await know();
  await record(known, { state: "declined", wording: "", on: "2026-06-01" });
  expect(await skipOf(known)).toBe("opted_out");
  expect((await rightsOf(known)).stops).toEqual(["opt_out"]);
  await record(known, { on: "2026-05-01" });
  expect(await skipOf(known)).toBe("opted_out");
  expect((await rightsOf(known)).stops).toEqual(["opt_out"]);
  await record(known);
  expect(await skipOf(known)).toBeNull();
  expect((await rightsOf(known)).stops).toEqual([]);
});

test("taking a refusal back brings an earlier yes back, with its words", async () => {
  const known = await know();
  const { world, contactId } = known;
  await record(known);
  const survey = await addSurvey(world);
  const { invitations } = await addWave(world, survey, [contactId]);
  const ctx = world.respondent(invitations.get(contactId) ?? "");
  for (const isUndo of [false, true]) {
    const input = { preference: "no_surveys", isUndo, source: "preferences page" };
    await setPreference({ ctx, input });
  }
  const { now, history } = await rightsOf(known);
  expect(history.map((entry) => entry.state)).toEqual(["granted", "withdrawn", "granted"]);
  expect(now[0]?.entry).toMatchObject({ state: "granted", wording: YES.wording });
});

test("a dead mailbox is opened by an admin alone; what the person said is nobody's to lift", async () => {
  const known = await know();
  const { world, contactId } = known;
  const stop = (reason: "hard_bounce" | "complaint") =>
    withWorkspace(world.system(), (tx) =>
      suppressAddress(tx, world.system(), {
        address: "LONE@customer.example",
        reason,
        contactId: null,
      }),
    );
  await stop("hard_bounce");
  await stop("hard_bounce");
  expect(await rightsOf(known)).toMatchObject({ stops: ["hard_bounce"], can: { lift: true } });
  const input = { contactId };
  await expect(liftSuppression({ ctx: world.ctx("account_manager"), input })).rejects.toMatchObject(
    {
      code: "FORBIDDEN",
    },
  );
  await liftSuppression({ ctx: world.ctx(), input });
  expect(await skipOf(known)).toBeNull();
  await stop("complaint");
  await expect(liftSuppression({ ctx: world.ctx(), input })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await skipOf(known)).toBe("suppressed");
  expect((await auditVerbs(world)).filter((verb) => verb === "liftSuppression")).toHaveLength(1);
});

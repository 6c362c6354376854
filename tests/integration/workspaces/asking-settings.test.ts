import { expect, test } from "vitest";
import { withWorkspace } from "@/lib/db/with-workspace";
import { getAskingSettings } from "@/lib/workspaces/get-asking-settings";
import { updateAskingSettings } from "@/lib/workspaces/update-asking-settings";
import { useTestDatabase } from "@/tests/support/database";
import { makeWorld } from "../surveys/survey-world";

useTestDatabase();

test("a change holds from today on, keeps what was not named, and says who and why", async () => {
  const world = await makeWorld();
  const ctx = world.ctx();
  const input = { contactIntervalDays: "120", reason: "Customers asked us to" };
  await updateAskingSettings({ ctx, input });
  const { settings, history } = await getAskingSettings({ ctx });
  expect(settings).toMatchObject({ contactIntervalDays: 120, keepsWorkingHours: false });
  expect(settings.accountAsksPerQuarter).toBe(4);
  expect(history[0]).toMatchObject({ reason: "Customers asked us to", authorName: "Mette Holm" });
  const audit = await withWorkspace(world.system(), (tx) =>
    tx.auditEntry.findFirst({ where: { verb: "updateAskingSettings" } }),
  );
  expect(audit?.fields).toEqual(["contactIntervalDays"]);
});

test("what is off its range, without a reason, or ends before it begins is refused at its field", async () => {
  const ctx = (await makeWorld()).ctx();
  const change = (input: object) =>
    updateAskingSettings({ ctx, input: { reason: "why", ...input } });
  await expect(change({ contactIntervalDays: 6 })).rejects.toThrow("at least 7");
  await expect(change({ reason: " " })).rejects.toThrow("Say why");
  const hours = { workingHours: { from: "16:00", until: "08:00" } };
  await expect(change(hours)).rejects.toMatchObject({
    fieldErrors: { workingHours: expect.stringContaining("end after") },
  });
});

test("only an admin changes them, and another workspace keeps its own", async () => {
  const world = await makeWorld();
  const other = await makeWorld();
  const input = { contactIntervalDays: 30, reason: "why" };
  const viewer = updateAskingSettings({ ctx: world.ctx("viewer"), input });
  await expect(viewer).rejects.toMatchObject({ code: "FORBIDDEN" });
  await updateAskingSettings({ ctx: world.ctx(), input });
  const theirs = await getAskingSettings({ ctx: other.ctx() });
  expect(theirs.settings.contactIntervalDays).toBe(90);
});

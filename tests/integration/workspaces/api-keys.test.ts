import { beforeAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/workspaces/create-api-key";
import { listApiKeys } from "@/lib/workspaces/list-api-keys";
import { revokeApiKey } from "@/lib/workspaces/revoke-api-key";
import { useTestDatabase } from "../../support/database";
import { auditOf } from "../../support/factories/people";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
const input = { name: "CRM", scopes: "wave:send" };

test("an admin makes a key, sees it in the list without its secret, and revokes it once", async () => {
  const ctx = world.ctx();
  const { apiKeyId, key } = await createApiKey({ ctx, input });
  expect(key).toMatch(/^hfk_[\w-]{80,}$/);
  const [listed] = await listApiKeys({ ctx });
  expect(listed).toMatchObject({ apiKeyId, name: "CRM", scopes: ["wave:send"], revokedAt: null });
  expect(JSON.stringify(listed)).not.toContain(key.slice(4));
  await revokeApiKey({ ctx, input: { apiKeyId } });
  expect((await listApiKeys({ ctx }))[0]?.revokedAt).not.toBeNull();
  const again = revokeApiKey({ ctx, input: { apiKeyId } });
  await expect(again).rejects.toMatchObject({ code: "NOT_FOUND" });
  const verbs = (await auditOf(world)).map(({ verb }) => verb);
  expect(verbs.toSorted()).toEqual(["createApiKey", "revokeApiKey"]);
});

test("a key needs a name and something it may do, of what the API offers", async () => {
  const ctx = world.ctx();
  await expect(createApiKey({ ctx, input: {} })).rejects.toMatchObject({
    issues: [{ path: ["name"] }, { path: ["scopes"] }],
  });
  const more = { name: "CRM", scopes: ["member:write"] };
  await expect(createApiKey({ ctx, input: more })).rejects.toThrow(/from the list/);
});

test("nobody but an admin has anything to do with keys", async () => {
  const { apiKeyId } = await createApiKey({ ctx: world.ctx(), input });
  for (const role of ["viewer", "account_manager"] as const) {
    const ctx = world.ctx(role);
    const refused = { code: "FORBIDDEN" };
    await expect(createApiKey({ ctx, input })).rejects.toMatchObject(refused);
    await expect(listApiKeys({ ctx })).rejects.toMatchObject(refused);
    await expect(revokeApiKey({ ctx, input: { apiKeyId } })).rejects.toMatchObject(refused);
  }
});

test("another workspace sees and revokes no key of this one", async () => {
  const { apiKeyId } = await createApiKey({ ctx: world.ctx(), input });
  const ctx = (await createWorld()).ctx();
  expect(await listApiKeys({ ctx })).toEqual([]);
  const revoked = revokeApiKey({ ctx, input: { apiKeyId } });
  await expect(revoked).rejects.toMatchObject({ code: "NOT_FOUND" });
});

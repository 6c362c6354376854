import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { useTestDatabase } from "../../support/database";
import { joinWorld, type Person } from "../../support/factories/people";
import { createWorld } from "../../support/factories/world";

// Modules of its own, in which the calls of the real thing are counted.
vi.resetModules();
vi.doMock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});
const argon2 = await import("@node-rs/argon2");
const { signIn } = await import("@/lib/auth/sign-in");
const { isAppError } = await import("@/lib/errors");
afterAll(() => {
  vi.doUnmock("@node-rs/argon2");
  vi.resetModules();
});

useTestDatabase();

const PASSWORD = "correct horse battery";
let ada: Person;
let addresses = 0;

/** Each test comes from an address of its own, so that no limit is shared. */
function address(): string {
  addresses += 1;
  return `192.0.2.${addresses}`;
}

function tryWith(input: unknown, from = address()) {
  return signIn({ input, address: from, now: new Date() });
}

async function refusal(input: unknown, from = address()) {
  try {
    await tryWith(input, from);
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error("signed in");
}

/** Work one attempt causes: statements by their text, and hashes compared. */
async function workOf(input: unknown) {
  const queries = vi.spyOn(pg.Client.prototype, "query");
  vi.mocked(argon2.verify).mockClear();
  const error = await refusal(input);
  const texts = queries.mock.calls.map(([query]) => {
    const given = query as string | { text: string };
    return typeof given === "string" ? given : given.text;
  });
  const costs = vi
    .mocked(argon2.verify)
    .mock.calls.map(([hash]) => String(hash).split("$").slice(0, 4).join("$"));
  queries.mockRestore();
  return { code: error.code, message: error.message, statements: texts.sort(), costs };
}

beforeAll(async () => {
  const world = await createWorld();
  ada = await joinWorld(world, "admin", { email: "ada@nordlys.example", password: PASSWORD });
  await joinWorld(world, "viewer", { email: "sso@nordlys.example" });
  const gone = await joinWorld(world, "viewer", {
    email: "gone@nordlys.example",
    password: PASSWORD,
  });
  await db().appUser.update({ where: { id: gone.userId }, data: { disabledAt: new Date() } });
});

afterEach(() => vi.restoreAllMocks());

describe("signing in", () => {
  it("opens a session for the right password, however the address is written", async () => {
    const session = await tryWith({ email: " Ada@Nordlys.example ", password: PASSWORD });
    expect(session.userId).toBe(ada.userId);
    const row = await db().userSession.findUnique({ where: { id: session.sessionId } });
    expect(row).toMatchObject({ userId: ada.userId, revokedAt: null });
  });

  it("names the field that cannot be right", async () => {
    await expect(tryWith({ email: "ada", password: "" })).rejects.toMatchObject({
      issues: [{ path: ["email"] }, { path: ["password"] }],
    });
  });

  it("answers an unknown address exactly as a wrong password: words, statements and hashing", async () => {
    const wrong = await workOf({ email: "ada@nordlys.example", password: "wrong" });
    const unknown = await workOf({ email: "nobody@nordlys.example", password: "wrong" });
    expect(wrong.code).toBe("UNAUTHENTICATED");
    expect(wrong.costs).toEqual(["$argon2id$v=19$m=19456,t=2,p=1"]);
    expect(wrong.statements.length).toBeGreaterThan(0);
    expect(unknown).toEqual(wrong);
  });

  it("answers alike for a disabled user and for one without a password", async () => {
    const wrong = await workOf({ email: "ada@nordlys.example", password: "wrong" });
    expect(await workOf({ email: "gone@nordlys.example", password: PASSWORD })).toEqual(wrong);
    expect(await workOf({ email: "sso@nordlys.example", password: PASSWORD })).toEqual(wrong);
  });

  it("renews a hash that was made at an older cost", async () => {
    const options = { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 } as const;
    const old = await argon2.hash(PASSWORD, options);
    await db().appUser.update({ where: { id: ada.userId }, data: { passwordHash: old } });
    await tryWith({ email: ada.email, password: PASSWORD });
    const user = await db().appUser.findUniqueOrThrow({ where: { id: ada.userId } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("the limit on tries", () => {
  it("stops the ninth try on one account from one address, even with the right password", async () => {
    const from = address();
    for (let i = 0; i < 8; i += 1) {
      const error = await refusal({ email: "ada@nordlys.example", password: "wrong" }, from);
      expect(error.code).toBe("UNAUTHENTICATED");
    }
    const error = await refusal({ email: "ada@nordlys.example", password: PASSWORD }, from);
    expect(error.code).toBe("RATE_LIMITED");
    expect(error.message).toMatch(/Wait \d+ minutes? and try again/);
    await expect(tryWith({ email: ada.email, password: PASSWORD })).resolves.toBeDefined();
  });

  it("counts unknown addresses the same way", async () => {
    const from = address();
    for (let i = 0; i < 8; i += 1) await refusal({ email: "x@y.example", password: "w" }, from);
    expect((await refusal({ email: "x@y.example", password: "w" }, from)).code).toBe(
      "RATE_LIMITED",
    );
  });

  it("forgives the tries before a success", async () => {
    const from = address();
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 5; i += 1) await refusal({ email: ada.email, password: "w" }, from);
      await tryWith({ email: ada.email, password: PASSWORD }, from);
    }
  });

  it("keeps no count longer than it is needed", async () => {
    const expire = BigInt(Date.now() - 2 * 3_600_000);
    await db().rateLimit.create({ data: { key: "old", points: 1, expire } });
    await tryWith({ email: ada.email, password: PASSWORD });
    expect(await db().rateLimit.findUnique({ where: { key: "old" } })).toBeNull();
  });

  it("keeps no address and no e-mail in clear", async () => {
    const from = address();
    await refusal({ email: "ada@nordlys.example", password: "wrong" }, from);
    const rows = await db().rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows.map((row) => row.key))).not.toMatch(/ada@|192\.0\.2/);
  });
});

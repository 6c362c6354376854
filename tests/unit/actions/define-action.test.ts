import { redirect } from "next/navigation";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { definePublicAction, type FormInput } from "@/lib/actions/define-action";
import { toFailure } from "@/lib/actions/to-failure";
import { AppError } from "@/lib/errors";

function form(fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

async function failWith(error: unknown, fields: [string, string][] = []) {
  const action = definePublicAction(async () => {
    throw error;
  });
  const result = await action(null, form(fields));
  if (result.ok) throw new Error("the action succeeded");
  return result;
}

describe("a server action", () => {
  it("returns what its handler returns", async () => {
    const action = definePublicAction(async ({ input }) => ({ name: input.name }));
    expect(await action(null, form([["name", "Ada"]]))).toEqual({
      ok: true,
      data: { name: "Ada" },
    });
  });

  it("gives a name sent several times, or ending in [], as a list", async () => {
    let seen: FormInput = {};
    const action = definePublicAction(async ({ input }) => {
      seen = input;
    });
    const fields: [string, string][] = [
      ["a", "1"],
      ["a", "2"],
      ["b[]", "3"],
      ["c", ""],
      ["$ACTION_ID", "x"],
    ];
    await action(null, form(fields));
    expect(seen).toEqual({ a: ["1", "2"], b: ["3"], c: "" });
  });

  it("drops zero bytes, which the database takes in no text", async () => {
    const action = definePublicAction(async ({ input }) => ({ name: input.name }));
    expect(await action(null, form([["name", "A\0da"]]))).toEqual({
      ok: true,
      data: { name: "Ada" },
    });
  });

  it("ignores files: uploads never go through an action", async () => {
    let seen: FormInput = {};
    const action = definePublicAction(async ({ input }) => {
      seen = input;
    });
    await action(null, form([["file", new Blob(["a"])]]));
    expect(Object.values(seen).flat().join("")).toBe("");
  });

  it("names each wrong field once, with the first thing to mend", async () => {
    const schema = z.object({
      email: z.email("Enter an address."),
      age: z.number("Enter an age."),
    });
    const result = await failWith(schema.safeParse({ email: "x" }).error);
    expect(result.code).toBe("INVALID_INPUT");
    expect(result.fieldErrors).toEqual({ email: "Enter an address.", age: "Enter an age." });
  });

  it("keeps the words of a known error", async () => {
    const error = new AppError("CONFLICT", "This is the only admin.");
    expect(await failWith(error)).toMatchObject({
      code: "CONFLICT",
      message: "This is the only admin.",
    });
  });

  it("tells a stranger's error to nobody: one sentence with a reference", async () => {
    const result = await failWith(new Error("password 'hunter2' rejected by db-7"));
    expect(result.code).toBe("INTERNAL");
    expect(result.message).toMatch(/^Something went wrong on our side\. .* Reference: \w+\.$/);
    expect(JSON.stringify(result)).not.toContain("hunter2");
    expect((await failWith(new AppError("INTERNAL", "secret detail"))).message).not.toContain(
      "secret",
    );
  });

  it("gives back what was typed, and never a password, secret or token", async () => {
    const result = await failWith(new AppError("CONFLICT", "No."), [
      ["email", "ada@nordlys.example"],
      ["password", "hunter2"],
      ["newPassword", "hunter3"],
      ["token", "abc"],
      ["client_secret", "def"],
    ]);
    expect(result.values).toEqual({ email: "ada@nordlys.example" });
  });

  it("speaks to its reader in the reader's language, field by field", async () => {
    const schema = z.object({ name: z.string().min(1), days: z.number().max(30) });
    const { error } = schema.safeParse({ name: "", days: 31 });
    const failure = await toFailure(error, {}, "da-DK");
    expect(failure).toMatchObject({
      code: "INVALID_INPUT",
      message: "Kontrollér de markerede felter.",
      fieldErrors: { name: "Udfyld dette felt.", days: "Angiv højst 30." },
    });
    const taken = await toFailure(new AppError("NOT_FOUND", "There is no such survey."), {}, "fi");
    expect(taken.message).toBe("Sellaista kyselyä ei löydy.");
    const fault = await toFailure(new Error("db-7"), {}, "sv");
    expect(fault.message).toMatch(/^Något gick fel hos oss\. .* Referens: \w+\.$/);
  });

  it("lets a redirect pass", async () => {
    const action = definePublicAction(async () => redirect("/w/nordlys"));
    await expect(action(null, form([]))).rejects.toThrow("NEXT_REDIRECT");
  });
});

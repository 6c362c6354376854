import { expect, test, vi } from "vitest";
import { toProblem } from "@/lib/api/problem";
import { toAppError } from "@/lib/db/database-error";
import { AppError, isAppError } from "@/lib/errors";

test("an error of another bundle's copy of the class is known, and nothing else is", async () => {
  vi.resetModules();
  const other = await import("@/lib/errors");
  expect(other.AppError).not.toBe(AppError);
  const error: unknown = new other.AppError("UNAVAILABLE", "In a minute.");
  expect(isAppError(error)).toBe(true);
  expect(error).toBeInstanceOf(AppError);
  expect(toAppError(error)).toBe(error);
  expect(toProblem(error)).toMatchObject({ status: 503, detail: "In a minute." });
  const strangers = [new Error("x"), { name: "AppError", code: "UNAVAILABLE" }, null, "AppError"];
  expect(strangers.map(isAppError)).toEqual([false, false, false, false]);
});

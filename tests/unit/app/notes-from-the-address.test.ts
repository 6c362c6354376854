import { expect, test } from "vitest";
import { signInNotes } from "@/app/(public)/sign-in/sign-in-notes";
import { uploadProblem } from "@/app/w/[workspace]/imports/new/upload-problem";
import { staffWords } from "@/lib/i18n/staff-words";

const NAMES_OF_ANY_OBJECT = ["constructor", "__proto__", "toString", "hasOwnProperty"];

const words = staffWords("en", "public");

test("an address may ask for our own sentences only", () => {
  expect(signInNotes({ done: "joined" }, words).notice).toMatch(/^You have joined/);
  expect(signInNotes({ error: "OAuthCallback" }, words).fault).toMatch(/^The identity provider/);
  expect(signInNotes({}, words)).toEqual({ notice: undefined, fault: undefined });
  for (const name of NAMES_OF_ANY_OBJECT) {
    const notes = signInNotes({ done: name, problem: name }, words);
    expect(notes).toEqual({ notice: undefined, fault: undefined });
  }
});

test("an upload that failed names its field, whatever the address says", () => {
  expect(uploadProblem(undefined, "en")).toBeNull();
  expect(uploadProblem("fileName", "en")).toEqual({ field: "file", message: "Choose a file." });
  for (const name of NAMES_OF_ANY_OBJECT) {
    expect(uploadProblem(name, "en")?.message).toBe("The upload broke off. Upload the file again.");
  }
});

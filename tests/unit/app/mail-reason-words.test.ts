import { expect, test } from "vitest";
import { noteWords, ownReasonWords } from "@/app/w/[workspace]/waves/wave-words";
import { STAFF_MESSAGES } from "@/lib/i18n/staff-messages";

test("why a mail waits is said in the reader's language where it was not the mail server's doing", () => {
  for (const reason of Object.keys(STAFF_MESSAGES.en.asking.mailReasons)) {
    const said = ["en", "da", "sv", "nb", "fi"].map((locale) => ownReasonWords(reason, locale));
    expect(new Set(said).size, reason).toBeGreaterThan(2);
    expect(noteWords({ kind: "retried", reason }, "fi")).toBe(said.at(-1));
  }
});

test("the codes of a mail server are read as they are, in a sentence that names the server", () => {
  expect(ownReasonWords("450 4.2.1 RCPT TO", "en")).toBeNull();
  expect(ownReasonWords("ECONNREFUSED", "en")).toBeNull();
  expect(noteWords({ kind: "refused", reason: "550 5.7.1 RCPT TO" }, "en")).toBe(
    "the mail server refused it (550 5.7.1 RCPT TO)",
  );
  expect(noteWords({ kind: "refused", reason: null }, "en")).toBe("the mail server refused it");
});

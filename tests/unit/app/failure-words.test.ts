import { expect, test } from "vitest";
import { failureWords } from "@/app/w/[workspace]/settings/webhooks/failure-words";
import { LANGUAGES } from "@/lib/i18n/languages";

const tried = (lastStatus: number | null, lastError: string | null) => ({ lastStatus, lastError });
const said = (...of: [number | null, string | null]) => failureWords(tried(...of), "en");

test("what has not been tried has no reason", () => {
  expect(said(null, null)).toBeNull();
});

test.each([
  ["enotfound", "not found"],
  ["eai_again", "not found"],
  ["econnrefused", "refused the connection"],
  ["timed_out", "within ten seconds"],
  ["etimedout", "within ten seconds"],
  ["econnreset", "cut off"],
  ["ehostunreach", "cannot be reached"],
  ["cert_has_expired", "certificate"],
  ["depth_zero_self_signed_cert", "certificate"],
  ["unable_to_verify_leaf_signature", "certificate"],
  ["err_tls_cert_altname_invalid", "certificate"],
  ["eproto", "encrypted"],
  ["inside_address", "inside our own network"],
  ["scheme_address", "of this kind"],
  ["hpe_invalid_constant", "no HTTP"],
  ["something_new", "nobody answered"],
])("%s is told in words", (code, words) => {
  expect(said(null, code)).toContain(words);
});

test.each([
  [302, "another address"],
  [400, "did not take"],
  [401, "let us in"],
  [404, "no such page"],
  [410, "gone"],
  [429, "too often"],
  [503, "itself failed"],
  [100, "strangely"],
])("the answer %i is told in words, with its number", (status, words) => {
  expect(said(status, null)).toContain(words);
  expect(said(status, null)).toContain(`(${status})`);
});

test.each(LANGUAGES)("no code is shown in %s", (language) => {
  for (const code of ["enotfound", "econnrefused", "something_new"]) {
    expect(failureWords(tried(null, code), language)).not.toContain(code);
  }
});

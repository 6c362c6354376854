import { z } from "zod";

type Issue = z.core.$ZodRawIssue;
type Raw<Kind extends z.core.$ZodIssue> = z.core.$ZodRawIssue<Kind>;

function tooBig({ origin, maximum }: Raw<z.core.$ZodIssueTooBig>): string {
  if (origin === "string") return `Use at most ${maximum} characters.`;
  if (origin === "array" || origin === "set") return `Choose at most ${maximum}.`;
  return `Give at most ${maximum}.`;
}

function tooSmall({ origin, minimum }: Raw<z.core.$ZodIssueTooSmall>): string {
  if (origin === "string") {
    return minimum === 1 ? "Fill this in." : `Use at least ${minimum} characters.`;
  }
  if (origin === "array" || origin === "set") return `Choose at least ${minimum}.`;
  return `Give at least ${minimum}.`;
}

function badlyWritten({ format }: Raw<z.core.$ZodIssueInvalidStringFormat>): string {
  if (format === "email") return "Enter an e-mail address such as name@company.com.";
  if (format === "uuid") return "Choose it again from the list.";
  if (format === "url") return "Give a whole address that begins with https://.";
  return "This cannot be read. Write it another way.";
}

/** What a field is told where its schema says nothing of its own: never the library's own words. */
function fieldSentence(issue: Issue): string {
  switch (issue.code) {
    case "too_big":
      return tooBig(issue);
    case "too_small":
      return tooSmall(issue);
    case "invalid_format":
      return badlyWritten(issue);
    case "invalid_value":
      return "Choose one from the list.";
    case "unrecognized_keys":
      return "There is something here that does not belong to it.";
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? "Fill this in."
        : "This cannot be read. Write it another way.";
    default:
      return "This cannot be read. Write it another way.";
  }
}

/** For everybody who answers with what a schema says; may be called again. */
export function speakPlainly(): void {
  z.config({ localeError: fieldSentence });
}

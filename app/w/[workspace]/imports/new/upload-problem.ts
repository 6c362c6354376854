import { saySentence } from "@/lib/i18n/say-sentence";

// A map, not an object: the name comes from the address, and an object answers to "constructor" too.
const UPLOAD_PROBLEMS = new Map([
  ["kind", "Choose what the file holds."],
  ["file", "Choose a file that is not empty."],
  ["fileName", "Choose a file."],
  ["source", "Name the source in up to 40 letters or digits."],
  ["FORBIDDEN", "Your role does not allow this. Ask an admin of the workspace."],
]);

/** What a form sent without script is told, by the field or code it failed on. */
export function uploadProblem(problem: string | undefined, locale: string) {
  if (!problem) return null;
  const sentence = UPLOAD_PROBLEMS.get(problem) ?? "The upload broke off. Upload the file again.";
  const field = problem === "fileName" ? "file" : problem;
  return { field, message: saySentence(locale, sentence) };
}

const UPLOAD_SENTENCES = {
  brokenOff: "The upload broke off. Check the connection and try again.",
  checkFields: "Please check the marked fields.",
  emptyFile: "The file is empty (0 bytes).",
  noFile: "Choose a file.",
} as const;

/** What the form says by itself, before or instead of an answer from here. */
export type UploadSentences = Record<keyof typeof UPLOAD_SENTENCES, string>;

export function uploadSentences(locale: string): UploadSentences {
  const { brokenOff, checkFields, emptyFile, noFile } = UPLOAD_SENTENCES;
  return {
    brokenOff: saySentence(locale, brokenOff),
    checkFields: saySentence(locale, checkFields),
    emptyFile: saySentence(locale, emptyFile),
    noFile: saySentence(locale, noFile),
  };
}

// A map, not an object: the name comes from the address, and an object answers to "constructor" too.
const PROBLEMS = new Map([
  ["kind", "Choose what the file holds."],
  ["file", "Choose a file that is not empty."],
  ["fileName", "Choose a file."],
  ["source", "Name the source in up to 40 letters or digits."],
  ["FORBIDDEN", "Your role does not allow this. Ask an admin of the workspace."],
]);

/** What a form sent without script is told, by the field or code it failed on. */
export function uploadProblem(problem: string | undefined) {
  if (!problem) return null;
  const message = PROBLEMS.get(problem) ?? "The upload broke off. Try again.";
  return { field: problem === "fileName" ? "file" : problem, message };
}

// Maps, not objects: the names come from the address, and an object answers to "constructor" too.
const DONE = new Map([
  ["password", "Your new password is set. Sign in with it."],
  ["joined", "You have joined the workspace. Sign in to go there."],
]);
const PROBLEMS = new Map([
  ["unknown", "Nobody with that identity has been invited. Ask an admin of your workspace."],
  ["provider", "The identity provider did not sign you in. Try again, or use your password."],
]);

type Params = Record<string, string | string[] | undefined>;

/** What the address says has happened: one of our own sentences, or nothing. */
export function signInNotes({ done, problem, error }: Params) {
  return {
    notice: DONE.get(String(done)),
    // next-auth adds `error` when the exchange with the provider fails.
    fault: PROBLEMS.get(String(problem ?? (error ? "provider" : ""))),
  };
}

import type { StaffWords } from "@/lib/i18n/staff-words";

const DONE = ["password", "joined"] as const;
const PROBLEMS = ["unknown", "provider"] as const;

type Params = Record<string, string | string[] | undefined>;

/** What the address says has happened: one of our own sentences, or nothing. */
export function signInNotes({ done, problem, error }: Params, t: StaffWords<"public">) {
  // next-auth adds `error` when the exchange with the provider fails.
  const fault = String(problem ?? (error ? "provider" : ""));
  const doneName = DONE.find((name) => name === done);
  const problemName = PROBLEMS.find((name) => name === fault);
  return {
    notice: doneName && t(`done.${doneName}`),
    fault: problemName && t(`problem.${problemName}`),
  };
}

import type { AccountStanding } from "@/lib/metrics";

/**
 * Where an account stood on an earlier day: what comparing with that day needs, and no more. A hundred
 * thousand whole assessments of each such day would fill the memory.
 */
export type Stood = {
  readonly accountId: string;
  readonly asOfDay: number;
  readonly standing: AccountStanding["standing"];
  readonly behaviour: { readonly score: number | null };
  readonly attitude: { readonly score: number | null };
  readonly activity: { readonly hasContract: boolean };
  readonly revenue: Pick<
    AccountStanding["revenue"],
    "runningMinor" | "baseMinor" | "isShortHistory"
  >;
};

export type StoodByDay = Map<number, { context: unknown; stood: Stood }>;

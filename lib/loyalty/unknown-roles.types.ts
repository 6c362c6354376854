import type { ContactRole } from "@/lib/accounts/guess-role";

export type UnknownRoleDto = {
  contactId: string;
  name: string;
  title: string | null;
  /** From the title; null where it says nothing. */
  guess: ContactRole | null;
  account: { id: string; name: string };
  /** Of the account that decides. */
  runningMinor: number;
  /** Somebody there is known to decide. */
  hasDecider: boolean;
};

export type UnknownRolesDto = {
  currency: string;
  asOf: string;
  rows: UnknownRoleDto[];
  total: number;
  page: number;
  pageSize: number;
  runningMinor: number;
  /** Share of the running revenue whose accounts have a known decision-maker; null without revenue. */
  decidedShare: number | null;
  /** The same once the guesses of this page are confirmed. */
  shareWithGuesses: number | null;
  canSet: boolean;
};

import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withFacts } from "@/lib/facts/with-facts";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import type { AccountDto } from "./account-page.types";
import { findAccount, loadAccountDto } from "./load-account-dto";
import { optional } from "./view-input";

const KINDS = [
  "answer",
  "order",
  "complaint",
  "promise",
  "touch",
  "contract",
  "negotiation",
  "churn",
  "case",
  "asked",
] as const;

const accountInput = z.object({
  accountId: z.uuid({ error: "Choose the account." }),
  /** Only this kind of entry in the timeline. */
  kind: optional(z.enum(KINDS, { error: "Choose a kind of entry from the list." })),
  page: optional(
    z.coerce
      .number({ error: "Give the page as a number." })
      .int("Give the page as a whole number.")
      .min(1, "Pages start at 1.")
      .max(100_000, "There are not that many pages."),
  ),
});

/** An account with its figures, people, contracts and one page of its timeline. */
export async function getAccount({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<AccountDto> {
  requirePermission(ctx, "account:read");
  const { accountId, kind, page } = accountInput.parse(input);
  const read = async (tx: Tx, facts: WorkspaceFacts) => {
    const found = findAccount(facts, accountId);
    return loadAccountDto(tx, ctx, facts, found, { kind: kind ?? null, page: page ?? 1 });
  };
  return withFacts(ctx, read);
}

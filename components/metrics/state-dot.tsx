import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { LoyaltyState } from "@/lib/metrics";
import { STATE_WORDS } from "./state-words";

const FILLS: Record<LoyaltyState, string> = {
  loyal: "bg-loyal",
  passive: "bg-passive",
  latent: "bg-latent",
  leaving: "bg-leaving",
  notKnown: "bg-not-known",
};

/** The state's colour and always its word: colour alone says nothing. */
export function StateDot({ state, children }: { state: LoyaltyState; children?: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span
        aria-hidden
        className={classNames("size-2 shrink-0 translate-y-[-0.05em] rounded-full", FILLS[state])}
      />
      <span>{children ?? STATE_WORDS[state].word}</span>
    </span>
  );
}

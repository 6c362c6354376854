import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { LoyaltyState } from "@/lib/metrics";

const FILLS: Record<LoyaltyState, string> = {
  loyal: "bg-loyal",
  passive: "bg-passive",
  latent: "bg-latent",
  leaving: "bg-leaving",
  notKnown: "bg-not-known",
};

/** The state's colour and always its word: colour alone says nothing. */
export function StateDot({ state, children }: { state: LoyaltyState; children?: ReactNode }) {
  const t = useTranslations("chart.states");
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span
        aria-hidden
        className={classNames("size-2 shrink-0 translate-y-[-0.05em] rounded-full", FILLS[state])}
      />
      <span>{children ?? t(`${state}.word`)}</span>
    </span>
  );
}

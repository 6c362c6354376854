import { formatCount } from "@/lib/format/count";
import { formatMoney } from "@/lib/format/money";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import type { ReadAs } from "./read-as";

type Portfolio = Pick<
  PortfolioDto,
  "worklist" | "activeAccounts" | "runningMinor" | "owner" | "isEveryone"
>;

function title({ worklist, activeAccounts }: Portfolio): string {
  const lines = (key: string) =>
    worklist.groups.find((group) => group.key === key)?.lines.length ?? 0;
  const now = lines("within14Days");
  if (activeAccounts === 0) return "No active account here.";
  if (now > 0) {
    const who = formatCount(now, "customer");
    return `${who} ${now === 1 ? "needs" : "need"} you within 14 days.`;
  }
  const soon = lines("within90Days");
  if (soon > 0) return `Nobody within 14 days; ${formatCount(soon, "customer")} within 90.`;
  return worklist.total > 0
    ? "Nothing presses; some customers want attention."
    : "Nobody needs a call today.";
}

/** An account manager's first lines: who needs somebody, of how much. */
export function portfolioWords(portfolio: Portfolio, as: ReadAs): { title: string; parts: string } {
  const { worklist, owner, isEveryone } = portfolio;
  const accounts = formatCount(portfolio.activeAccounts, "account", "accounts", as.locale);
  const risk =
    worklist.total > 0 ? ` ${formatMoney(worklist.atRiskTotalMinor, as)} of it at risk.` : "";
  const whose = isEveryone || !owner ? "Everybody's accounts" : `Accounts of ${owner.name}`;
  return {
    title: title(portfolio),
    parts: `${whose}: ${accounts}, ${formatMoney(portfolio.runningMinor, as)} running revenue.${risk}`,
  };
}

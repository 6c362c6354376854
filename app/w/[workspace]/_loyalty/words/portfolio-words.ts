import { formatCount } from "@/lib/format/count";
import { formatMoney } from "@/lib/format/money";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import type { WorklistGroupKey } from "@/lib/loyalty/worklist.types";
import type { ReadAs } from "./read-as";

type Portfolio = Pick<
  PortfolioDto,
  "worklist" | "activeAccounts" | "runningMinor" | "owner" | "isEveryone"
>;

/** "6 customers"; "10 or more customers" where the list stops inside the group. */
function customers(worklist: Portfolio["worklist"], key: WorklistGroupKey): string | null {
  const lines = worklist.groups.find((group) => group.key === key)?.lines.length ?? 0;
  if (lines === 0) return null;
  const isCut = worklist.total > worklist.shown && worklist.groups.at(-1)?.key === key;
  return isCut ? `${lines} or more customers` : formatCount(lines, "customer");
}

function title({ worklist, activeAccounts, isEveryone }: Portfolio): string {
  if (activeAccounts === 0) return "No active account here.";
  const whom = isEveryone ? "somebody" : "you";
  const now = customers(worklist, "within14Days");
  if (now) return `${now} ${now.startsWith("1 ") ? "needs" : "need"} ${whom} within 14 days.`;
  const soon = customers(worklist, "within90Days");
  if (soon) return `Nobody needs ${whom} within 14 days; ${soon} within 90.`;
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

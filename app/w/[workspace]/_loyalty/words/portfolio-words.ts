import { formatMoney } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { PortfolioDto } from "@/lib/loyalty/overview.types";
import type { WorklistGroupKey } from "@/lib/loyalty/worklist.types";
import type { ReadAs } from "./read-as";

type Portfolio = Pick<
  PortfolioDto,
  "worklist" | "activeAccounts" | "runningMinor" | "owner" | "isEveryone"
>;

/** How many need somebody; "or more" where the list stops inside the group. */
function needing(worklist: Portfolio["worklist"], key: WorklistGroupKey) {
  const count = worklist.groups.find((group) => group.key === key)?.lines.length ?? 0;
  if (count === 0) return null;
  const isCut = worklist.total > worklist.shown && worklist.groups.at(-1)?.key === key;
  return { count, isCut: isCut ? "yes" : "no" };
}

function title({ worklist, activeAccounts, isEveryone }: Portfolio, locale: string): string {
  const t = staffWords(locale, "loyalty");
  if (activeAccounts === 0) return t("portfolio.noAccount");
  const everyone = isEveryone ? "yes" : "no";
  const now = needing(worklist, "within14Days");
  if (now) return t("portfolio.now", { ...now, everyone });
  const soon = needing(worklist, "within90Days");
  if (soon) return t("portfolio.soon", { ...soon, everyone });
  return worklist.total > 0 ? t("portfolio.later") : t("portfolio.nobody");
}

/** An account manager's first lines: who needs somebody, of how much. */
export function portfolioWords(
  portfolio: Portfolio,
  as: ReadAs,
): { title: string; parts: string | null } {
  const t = staffWords(as.locale, "loyalty");
  const { worklist, owner, isEveryone, activeAccounts: count } = portfolio;
  if (count === 0) return { title: title(portfolio, as.locale), parts: null };
  const running = formatMoney(portfolio.runningMinor, as);
  const whose =
    isEveryone || !owner
      ? t("portfolio.everybodys", { count, running })
      : t("portfolio.of", { name: owner.name, count, running });
  const risk = { amount: formatMoney(worklist.atRiskTotalMinor, as) };
  const parts = worklist.total > 0 ? `${whose} ${t("portfolio.risk", risk)}` : whose;
  return { title: title(portfolio, as.locale), parts };
}

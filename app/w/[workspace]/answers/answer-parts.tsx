import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import type { AnswerNeed } from "@/lib/surveys/inbox/answer-needs";
import type { InboxAccount, InboxEntryDto } from "@/lib/surveys/inbox/inbox.types";
import { accountPath } from "../_loyalty/paths";
import type { ReadAs } from "../_loyalty/words/read-as";
import { NEED_TONES } from "./answer-words";

export function Needs({ needs }: { needs: readonly AnswerNeed[] }) {
  const t = useTranslations("answers.needs");
  return needs.map((need) => (
    <Badge key={need} tone={NEED_TONES[need]}>
      {t(need)}
    </Badge>
  ));
}

/** "4 of 10, unhappy" */
export function Score({ entry }: { entry: Pick<InboxEntryDto, "score" | "standing"> }) {
  const t = useTranslations("answers.standings");
  const { score, standing } = entry;
  return (
    <>
      <b className="font-semibold">{score}</b>
      {standing ? <span className="text-ink-2">, {t(standing)}</span> : null}
    </>
  );
}

type AccountLineProps = {
  account: InboxAccount | null;
  workspace: string;
  as: ReadAs;
  /** Left out where every account shown is one's own. */
  showsOwner: boolean;
};

/** The account with what hangs on it: running revenue and the day it decides. */
export function AccountLine({ account, workspace, as, showsOwner }: AccountLineProps) {
  const t = useTranslations("answers");
  if (account === null) return <span className="text-ink-3">{t("noAccount")}</span>;
  const { runningMinor, decisionOn, ownerName } = account;
  const owner = ownerName ? t("account.owner", { name: ownerName }) : t("account.noOwner");
  const parts = [
    runningMinor === null ? null : t("account.revenue", { amount: formatMoney(runningMinor, as) }),
    decisionOn === null
      ? null
      : t("account.decides", { date: formatDay(decisionOn, as.locale, as.asOf) }),
    showsOwner ? owner : null,
  ];
  return (
    <>
      <Link href={accountPath(workspace, account.id)} className="font-semibold hover:underline">
        {account.name}
      </Link>
      <span className="block text-sm text-ink-2">{parts.filter(Boolean).join(" · ")}</span>
    </>
  );
}

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import type { AnswerNeed } from "@/lib/surveys/inbox/answer-needs";
import type { InboxAccount, InboxEntryDto, InboxPerson } from "@/lib/surveys/inbox/inbox.types";
import { ROLE_WORDS, STANDING_WORDS } from "@/lib/surveys/inbox/inbox-mail-words";
import { accountPath } from "../_loyalty/paths";
import type { ReadAs } from "../_loyalty/words/read-as";
import { NEED_BADGES, WORDS } from "./answer-words";

export function Needs({ needs }: { needs: readonly AnswerNeed[] }) {
  return needs.map((need) => (
    <Badge key={need} tone={NEED_BADGES[need].tone}>
      {NEED_BADGES[need].word}
    </Badge>
  ));
}

/** "4 of 10, unhappy" */
export function Score({ entry }: { entry: Pick<InboxEntryDto, "score" | "standing"> }) {
  const { score, standing } = entry;
  return (
    <>
      <b className="font-semibold">{score}</b>
      {standing ? <span className="text-ink-2">, {STANDING_WORDS[standing]}</span> : null}
    </>
  );
}

export function personWords(person: InboxPerson | null): string {
  if (person === null) return WORDS.anonymous;
  const name = person.name ?? (person.isHidden ? WORDS.hiddenName : WORDS.noName);
  const role = person.role ? ROLE_WORDS[person.role] : undefined;
  return role ? `${name}, ${role}` : name;
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
  if (account === null) return <span className="text-ink-3">{WORDS.noAccount}</span>;
  const { runningMinor, decisionOn, ownerName } = account;
  const owner = ownerName ? `${WORDS.owner} ${ownerName}` : WORDS.noOwner;
  const parts = [
    runningMinor === null ? null : `${formatMoney(runningMinor, as)} ${WORDS.ayear}`,
    decisionOn === null ? null : `${WORDS.decides} ${formatDay(decisionOn, as.locale, as.asOf)}`,
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

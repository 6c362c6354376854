import { useTranslations } from "next-intl";
import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords } from "@/components/metrics/state-words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatMoney } from "@/lib/format/money";
import type { FamilyMemberDto } from "@/lib/loyalty/account-follow-ups.types";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { accountPath } from "../../../_loyalty/paths";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type FamilyCardProps = { account: AccountDto; as: ReadAs; workspace: string };

function Member({ member, as, workspace }: FamilyCardProps & { member: FamilyMemberDto }) {
  const t = useTranslations("account.family");
  const { account, isHere, isParent, state, countedIn, runningMinor } = member;
  return (
    <li
      className={`grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2 last:border-b-0 ${isParent ? "" : "pl-4"}`}
    >
      <Link
        href={accountPath(workspace, account.id)}
        aria-current={isHere ? "page" : undefined}
        className={isHere ? "font-semibold" : "hover:underline"}
      >
        {account.name}
      </Link>
      <span className="text-right">
        {countedIn ? (
          <span className="text-sm text-ink-2">{t("countedIn", { name: countedIn.name })}</span>
        ) : (
          formatMoney(runningMinor, as)
        )}
      </span>
      <span className="text-sm text-ink-2">
        {isParent ? t("parent") : t("site")}
        {state ? (
          <>
            {" · "}
            <StateDot state={state.state}>{stateInWords(state, as.locale)}</StateDot>
          </>
        ) : null}
      </span>
    </li>
  );
}

/** The parent with its sites, every money counted once. */
export function FamilyCard({ account, as, workspace }: FamilyCardProps) {
  const t = useTranslations("account.family");
  const { family } = account;
  if (!family) return null;
  const amount = formatMoney(family.runningMinor, as);
  const hidden = family.total - family.members.length;
  return (
    <Card id="family" title={t("title")} note={t("note", { count: family.total - 1, amount })}>
      <ul>
        {family.members.map((member) => (
          <Member key={member.account.id} {...{ account, member, as, workspace }} />
        ))}
      </ul>
      {hidden > 0 ? (
        <p className="mt-2 text-sm text-ink-2">{t("more", { count: hidden })}</p>
      ) : null}
    </Card>
  );
}

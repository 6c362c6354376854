import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { formatDay } from "@/lib/format/date";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { undoMergeAction } from "../merge/actions";

type MergesCardProps = {
  account: AccountDto;
  as: ReadAs;
  path: string;
  workspace: string;
  canMerge: boolean;
};

/** Accounts that were merged into this one; an admin merges another, or takes one back. */
export function MergesCard({ account, as, path, workspace, canMerge }: MergesCardProps) {
  const t = useTranslations("account.merge");
  if (!canMerge && account.merges.length === 0) return null;
  return (
    <Card
      id="merges"
      title={t("cardTitle")}
      note={t("cardNote")}
      actions={
        canMerge ? (
          <LinkButton size="small" href={`${path}/merge`}>
            {t("open")}
          </LinkButton>
        ) : null
      }
    >
      {account.merges.length === 0 ? <p className="text-ink-2">{t("noMerge")}</p> : null}
      <ul>
        {account.merges.map(({ id, name, externalId, on }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-4 border-b border-line py-2 last:border-b-0"
          >
            <span className="min-w-0">
              {name}
              <span className="block text-sm text-ink-2">
                {[externalId, formatDay(on, as.locale, as.asOf)].filter(Boolean).join(", ")}
              </span>
            </span>
            {canMerge ? (
              <ActionForm
                action={undoMergeAction}
                workspace={workspace}
                aria-label={t("undoOf", { name })}
              >
                <input type="hidden" name="mergeId" value={id} />
                <ConfirmButton
                  label={t("undo")}
                  question={t("undoQuestion", { name })}
                  kind="secondary"
                  size="small"
                >
                  {t("undoText")}
                </ConfirmButton>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatDay } from "@/lib/format/date";
import type { PromiseDto } from "@/lib/loyalty/account-follow-ups.types";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { closePromiseAction } from "../../follow-up-actions";

type PromisesCardProps = {
  account: AccountDto;
  as: ReadAs;
  path: string;
  workspace: string;
  canLog: boolean;
};

function CloseForm({ promise, workspace }: { promise: PromiseDto; workspace: string }) {
  const t = useTranslations("account.promises");
  return (
    <ActionForm
      action={closePromiseAction}
      workspace={workspace}
      aria-label={t("close", { text: promise.text })}
    >
      <input type="hidden" name="promiseId" value={promise.id} />
      <div className="flex gap-2">
        <SubmitButton kind="outline" size="small" name="outcome" value="kept">
          {t("kept")}
        </SubmitButton>
        <SubmitButton kind="secondary" size="small" name="outcome" value="broken">
          {t("broken")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Line({ promise, as }: { promise: PromiseDto; as: ReadAs }) {
  const t = useTranslations("account.promises");
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  const { standing, closedOn, dueOn, by } = promise;
  const date = day(closedOn ?? dueOn);
  return (
    <div>
      <p>{promise.text}</p>
      <p className="text-sm text-ink-2">
        <span className={standing === "overdue" ? "font-semibold text-ink" : ""}>
          {t(`standing.${standing}`, { date })}
        </span>
        {by ? ` · ${by}` : ""}
      </p>
    </div>
  );
}

/** What we promised this customer; an open promise is closed where it stands. */
export function PromisesCard({ account, as, path, workspace, canLog }: PromisesCardProps) {
  const t = useTranslations("account.promises");
  const { promises } = account;
  return (
    <Card
      id="promises"
      title={t("title")}
      note={t("note")}
      actions={
        canLog ? (
          <LinkButton size="small" href={`${path}?log=promise#promise`}>
            {t("add")}
          </LinkButton>
        ) : null
      }
    >
      {promises.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <ul>
          {promises.map((promise) => {
            const isOpen = promise.standing === "open" || promise.standing === "overdue";
            return (
              <li
                key={promise.id}
                className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line py-2 last:border-b-0"
              >
                <Line promise={promise} as={as} />
                {isOpen && canLog ? <CloseForm promise={promise} workspace={workspace} /> : null}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { UncertainMail } from "@/lib/surveys/waves/wave.types";
import { resolveUncertainMailAction } from "../actions";

type UncertainMailsProps = { workspace: string; mails: UncertainMail[]; canSend: boolean };

/** Nothing is sent twice by itself: a person decides about these. */
export function UncertainMails({ workspace, mails, canSend }: UncertainMailsProps) {
  const t = useTranslations("asking.uncertain");
  return (
    <Card id="uncertain" title={t("title", { count: mails.length })} note={t("note")}>
      <ul className="flex flex-col">
        {mails.map((mail) => (
          <li
            key={mail.mailId}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2 last:border-b-0"
          >
            <span>
              {mail.name}, {mail.accountName}
            </span>
            {canSend ? (
              <ActionForm
                action={resolveUncertainMailAction}
                workspace={workspace}
                className="gap-2"
                aria-label={t("mailTo", { name: mail.name })}
              >
                <input type="hidden" name="mailId" value={mail.mailId} />
                <div className="flex gap-2">
                  <SubmitButton kind="secondary" size="small" name="verdict" value="arrived">
                    {t("arrived")}
                  </SubmitButton>
                  <SubmitButton kind="quiet" size="small" name="verdict" value="send_again">
                    {t("sendAgain")}
                  </SubmitButton>
                </div>
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

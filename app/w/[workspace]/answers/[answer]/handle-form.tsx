import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import type { AnswerDto } from "@/lib/surveys/inbox/get-answer";
import { accountPath } from "../../_loyalty/paths";
import { handleAnswerAction, reopenAnswerAction } from "../actions";

type HandleFormProps = { answer: AnswerDto; workspace: string };

export function HandleForm({ answer, workspace }: HandleFormProps) {
  const t = useTranslations("answers.handle");
  const { invitationId, handled } = answer;
  return (
    <Card id="handling" title={t("title")} note={t("cardNote")}>
      <ActionForm
        action={handleAnswerAction}
        workspace={workspace}
        success={t("saved")}
        keepsValues
        aria-label={t("title")}
      >
        <input type="hidden" name="invitationId" value={invitationId} />
        <input type="hidden" name="noteSeen" value={answer.note ?? ""} />
        <input type="hidden" name="whatChangedSeen" value={answer.whatChanged ?? ""} />
        <Field name="note" label={t("note")} optional>
          <Textarea rows={3} defaultValue={answer.note ?? ""} />
        </Field>
        <Field name="whatChanged" label={t("whatChanged")} optional hint={t("whatChangedHint")}>
          <TextInput defaultValue={answer.whatChanged ?? ""} maxLength={300} />
        </Field>
        <div>
          <SubmitButton pending={t("saving")}>{handled ? t("save") : t("mark")}</SubmitButton>
        </div>
      </ActionForm>
      {answer.account ? (
        <p className="mt-3">
          <Link
            href={`${accountPath(workspace, answer.account.id)}?log=case&about=answer:${invitationId}#case`}
            className="underline"
          >
            {t("openCase")}
          </Link>
        </p>
      ) : null}
      {handled ? (
        <ActionForm
          action={reopenAnswerAction}
          workspace={workspace}
          className="mt-3"
          aria-label={t("reopen")}
        >
          <input type="hidden" name="invitationId" value={invitationId} />
          <div>
            <SubmitButton kind="secondary" size="small" pending={t("reopening")}>
              {t("reopen")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Card>
  );
}

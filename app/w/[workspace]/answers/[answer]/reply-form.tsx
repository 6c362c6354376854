import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import type { AnswerDto } from "@/lib/surveys/inbox/get-answer";
import { replyToAnswerAction } from "../actions";

type ReplyFormProps = { answer: AnswerDto; workspace: string; replyId: string };

export function ReplyForm({ answer, workspace, replyId }: ReplyFormProps) {
  const t = useTranslations("answers");
  const { invitationId, replyRefusal } = answer;
  if (replyRefusal) {
    return (
      <Card id="reply" title={t("reply.title")}>
        <p className="text-ink-2">{t(`refusals.${replyRefusal}`)}</p>
      </Card>
    );
  }
  return (
    <Card id="reply" title={t("reply.title")} note={t("reply.note")}>
      <ActionForm
        action={replyToAnswerAction}
        workspace={workspace}
        success={t("reply.sent")}
        aria-label={t("reply.title")}
      >
        <input type="hidden" name="invitationId" value={invitationId} />
        <input type="hidden" name="replyId" value={replyId} key={replyId} />
        <Field name="subject" label={t("reply.subject")} required>
          <TextInput maxLength={150} />
        </Field>
        <Field name="body" label={t("reply.body")} required>
          <Textarea rows={6} maxLength={4000} />
        </Field>
        <div>
          <SubmitButton kind="secondary" pending={t("reply.sending")}>
            {t("reply.send")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import type { AnswerDto } from "@/lib/surveys/inbox/get-answer";
import { replyToAnswerAction } from "../actions";
import { REFUSAL_WORDS, WORDS } from "../answer-words";

type ReplyFormProps = { answer: AnswerDto; workspace: string; replyId: string };

export function ReplyForm({ answer, workspace, replyId }: ReplyFormProps) {
  const { invitationId, replyRefusal } = answer;
  if (replyRefusal) {
    return (
      <Card id="reply" title={WORDS.replyTitle}>
        <p className="text-ink-2">{REFUSAL_WORDS[replyRefusal]}</p>
      </Card>
    );
  }
  return (
    <Card id="reply" title={WORDS.replyTitle} note={WORDS.replyNote}>
      <ActionForm
        action={replyToAnswerAction}
        workspace={workspace}
        success={WORDS.sent}
        aria-label={WORDS.replyTitle}
      >
        <input type="hidden" name="invitationId" value={invitationId} />
        <input type="hidden" name="replyId" value={replyId} key={replyId} />
        <Field name="subject" label={WORDS.subject} required>
          <TextInput maxLength={150} />
        </Field>
        <Field name="body" label={WORDS.body} required>
          <Textarea rows={6} maxLength={4000} />
        </Field>
        <div>
          <SubmitButton kind="secondary" pending="Sending…">
            {WORDS.send}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

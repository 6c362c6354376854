import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import type { AnswerDto } from "@/lib/surveys/inbox/get-answer";
import { handleAnswerAction, reopenAnswerAction } from "../actions";
import { WORDS } from "../answer-words";

type HandleFormProps = { answer: AnswerDto; workspace: string };

export function HandleForm({ answer, workspace }: HandleFormProps) {
  const { invitationId, handled } = answer;
  return (
    <Card id="handling" title={WORDS.handleTitle} note={WORDS.handleNote}>
      <ActionForm
        action={handleAnswerAction}
        workspace={workspace}
        success={WORDS.saved}
        keepsValues
        aria-label={WORDS.handleTitle}
      >
        <input type="hidden" name="invitationId" value={invitationId} />
        <Field name="note" label={WORDS.note} optional>
          <Textarea rows={3} defaultValue={answer.note ?? ""} />
        </Field>
        <Field name="whatChanged" label={WORDS.whatChanged} optional hint={WORDS.whatChangedHint}>
          <TextInput defaultValue={answer.whatChanged ?? ""} maxLength={300} />
        </Field>
        <div>
          <SubmitButton pending="Saving…">
            {handled ? WORDS.saveHandled : WORDS.markHandled}
          </SubmitButton>
        </div>
      </ActionForm>
      {handled ? (
        <ActionForm
          action={reopenAnswerAction}
          workspace={workspace}
          className="mt-3"
          aria-label={WORDS.reopen}
        >
          <input type="hidden" name="invitationId" value={invitationId} />
          <div>
            <SubmitButton kind="secondary" size="small" pending="Opening…">
              {WORDS.reopen}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </Card>
  );
}

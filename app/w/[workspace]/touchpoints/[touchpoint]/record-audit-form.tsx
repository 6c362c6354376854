import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import type { TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";
import { recordAuditAction } from "../actions";
import { AUDIT_SCALE, PAGE_WORDS as W } from "../touchpoint-words";

type Props = { touchpoint: TouchpointDto; workspace: string };

export function RecordAuditForm({ touchpoint, workspace }: Props) {
  return (
    <ActionForm
      action={recordAuditAction}
      workspace={workspace}
      success={W.recorded}
      aria-label={W.record}
      className="mt-4 max-w-xl border-t border-line pt-4"
    >
      <input type="hidden" name="touchpointId" value={touchpoint.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="auditedOn" label={W.when}>
          <TextInput type="date" defaultValue={touchpoint.today} max={touchpoint.today} />
        </Field>
        <Field name="score" label={W.how} required>
          <Select options={[{ value: "", label: "" }, ...AUDIT_SCALE]} />
        </Field>
      </div>
      <Field name="note" label={W.note} optional>
        <Textarea rows={3} maxLength={2000} />
      </Field>
      <div>
        <SubmitButton kind="secondary" pending={W.recording}>
          {W.record}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

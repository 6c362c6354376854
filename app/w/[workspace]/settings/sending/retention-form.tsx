import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { RetentionSettings } from "@/lib/workspaces/retention-settings";
import { WORDS as W } from "./_words";
import { updateRetentionAction } from "./actions";

type RetentionFormProps = { workspace: string; retention: RetentionSettings };

export function RetentionForm({ workspace, retention }: RetentionFormProps) {
  const fields = [
    { name: "visitDays", label: W.visitDays, hint: W.visitDaysHint, value: retention.visitDays },
    { name: "mailDays", label: W.mailDays, hint: null, value: retention.mailDays },
    { name: "logDays", label: W.logDays, hint: null, value: retention.logDays },
    { name: "importDays", label: W.importDays, hint: null, value: retention.importDays },
  ];
  return (
    <Card id="retention" title={W.retention} note={W.retentionNote}>
      <ActionForm
        action={updateRetentionAction}
        workspace={workspace}
        success={W.saved}
        keepsValues
        className="max-w-xl"
        aria-label={W.retention}
      >
        {fields.map(({ name, label, hint, value }) => (
          <Field key={name} name={name} label={label} hint={hint}>
            <TextInput type="number" min={7} defaultValue={value} className="max-w-28" />
          </Field>
        ))}
        <div>
          <SubmitButton pending={W.saving}>{W.save}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

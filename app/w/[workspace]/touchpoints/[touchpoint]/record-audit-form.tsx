import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import type { TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";
import { recordAuditAction } from "../actions";
import { AUDIT_STEPS } from "../touchpoint-words";

type Props = { touchpoint: TouchpointDto; workspace: string };

export function RecordAuditForm({ touchpoint, workspace }: Props) {
  const t = useTranslations("touchpoints");
  const steps = AUDIT_STEPS.map((value) => ({ value, label: t(`auditScale.${value}`) }));
  return (
    <ActionForm
      action={recordAuditAction}
      workspace={workspace}
      success={t("page.recorded")}
      aria-label={t("page.record")}
      className="mt-4 max-w-xl border-t border-line pt-4"
    >
      <input type="hidden" name="touchpointId" value={touchpoint.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="auditedOn" label={t("page.when")}>
          <TextInput type="date" defaultValue={touchpoint.today} max={touchpoint.today} />
        </Field>
        <Field name="score" label={t("page.how")} required>
          <Select options={[{ value: "", label: "" }, ...steps]} />
        </Field>
      </div>
      <Field name="note" label={t("page.note")} optional>
        <Textarea rows={3} maxLength={2000} />
      </Field>
      <div>
        <SubmitButton kind="secondary" pending={t("page.recording")}>
          {t("page.record")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { RetentionSettings } from "@/lib/workspaces/retention-settings";
import { updateRetentionAction } from "./actions";

type RetentionFormProps = { workspace: string; retention: RetentionSettings };

export function RetentionForm({ workspace, retention }: RetentionFormProps) {
  const t = useTranslations("settings.sending");
  const common = useTranslations("settings");
  const fields = [
    {
      name: "visitDays",
      label: t("visitDays"),
      hint: t("visitDaysHint"),
      value: retention.visitDays,
    },
    { name: "mailDays", label: t("mailDays"), hint: null, value: retention.mailDays },
    { name: "logDays", label: t("logDays"), hint: null, value: retention.logDays },
    { name: "importDays", label: t("importDays"), hint: null, value: retention.importDays },
    { name: "callDays", label: t("callDays"), hint: null, value: retention.callDays },
    { name: "undoDays", label: t("undoDays"), hint: null, value: retention.undoDays },
  ];
  return (
    <Card id="retention" title={t("retention")} note={t("retentionNote")}>
      <ActionForm
        action={updateRetentionAction}
        workspace={workspace}
        success={common("saved")}
        keepsValues
        className="max-w-xl"
        aria-label={t("retention")}
      >
        {fields.map(({ name, label, hint, value }) => (
          <Field key={name} name={name} label={label} hint={hint}>
            <TextInput type="number" min={1} defaultValue={value} className="max-w-28" />
          </Field>
        ))}
        <div>
          <SubmitButton pending={common("saving")}>{common("save")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

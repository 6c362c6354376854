import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { ROLES } from "@/lib/auth/permissions";
import { inviteAction } from "./actions";

export function InviteForm({ workspace }: { workspace: string }) {
  const t = useTranslations("settings");
  const shell = useTranslations("shell");
  const options = ROLES.map((role) => ({
    value: role,
    label: shell(`roles.${role}`),
    hint: t(`may.${role}`),
  }));
  return (
    <ActionForm
      action={inviteAction}
      workspace={workspace}
      success={t("invite.sent")}
      className="max-w-xl"
      aria-label={t("invite.form")}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label={t("name")} required>
          <TextInput autoComplete="off" />
        </Field>
        <Field name="email" label={t("email")} required>
          <TextInput type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
      </div>
      <RadioGroup name="role" legend={t("role")} options={options} defaultValue="account_manager" />
      <div>
        <SubmitButton pending={t("invite.sending")}>{t("invite.send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

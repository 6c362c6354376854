import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { logPromiseAction } from "../../follow-up-actions";

type PromiseFormProps = { account: AccountDto; workspace: string };

export function PromiseForm({ account, workspace }: PromiseFormProps) {
  const t = useTranslations("account.promises");
  return (
    <ActionForm action={logPromiseAction} workspace={workspace} aria-label={t("add")}>
      <input type="hidden" name="accountId" value={account.id} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="body" label={t("what")} className="sm:col-span-2">
          <TextInput autoFocus maxLength={500} />
        </Field>
        <Field name="dueOn" label={t("until")}>
          <TextInput type="date" min={account.asOf} />
        </Field>
      </div>
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

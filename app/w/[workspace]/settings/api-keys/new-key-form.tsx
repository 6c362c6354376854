"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { ApiScope } from "@/lib/auth/api-key";
import { ShownOnce } from "../shown-once";
import { createApiKeyAction } from "./actions";

type NewKeyFormProps = { workspace: string; scopes: readonly ApiScope[] };

export function NewKeyForm({ workspace, scopes }: NewKeyFormProps) {
  const t = useTranslations("settings.apiKeys");
  return (
    <ActionForm
      action={createApiKeyAction}
      workspace={workspace}
      success={({ key }) => <ShownOnce note={t("once")} value={key} />}
      className="max-w-xl"
      aria-label={t("newTitle")}
    >
      <Field name="name" label={t("nameLabel")} hint={t("nameHint")} required>
        <TextInput autoComplete="off" maxLength={100} />
      </Field>
      <CheckboxGroup
        name="scopes"
        legend={t("scopes")}
        options={scopes.map((scope) => ({
          value: scope,
          label: t(`scope.${scope}.name`),
          hint: t(`scope.${scope}.may`),
        }))}
      />
      <div>
        <SubmitButton pending={t("making")}>{t("make")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { ApiScope } from "@/lib/auth/api-key";
import { createApiKeyAction } from "./actions";

/** Shown once: it comes with the answer of the action and is in no page's address or history. */
function NewKey({ value }: { value: string }) {
  const t = useTranslations("settings.apiKeys");
  return (
    <>
      <p>{t("once")}</p>
      <code className="mt-1.5 block rounded-control border border-line bg-card px-2.5 py-1.5 font-mono text-sm break-all select-all">
        {value}
      </code>
    </>
  );
}

type NewKeyFormProps = { workspace: string; scopes: readonly ApiScope[] };

export function NewKeyForm({ workspace, scopes }: NewKeyFormProps) {
  const t = useTranslations("settings.apiKeys");
  return (
    <ActionForm
      action={createApiKeyAction}
      workspace={workspace}
      success={({ key }) => <NewKey value={key} />}
      className="max-w-xl"
      aria-label={t("newTitle")}
    >
      <Field name="name" label={t("nameLabel")} hint={t("nameHint")} required>
        <TextInput autoComplete="off" maxLength={100} />
      </Field>
      <fieldset>
        <legend className="text-sm font-semibold">{t("scopes")}</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            name="scopes[]"
            value={scope}
            label={t(`scope.${scope}.name`)}
            hint={t(`scope.${scope}.may`)}
            defaultChecked
          />
        ))}
      </fieldset>
      <div>
        <SubmitButton pending={t("making")}>{t("make")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

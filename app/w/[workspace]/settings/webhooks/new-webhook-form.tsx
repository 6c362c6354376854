"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { WebhooksDto } from "@/lib/workspaces/webhooks/list-webhooks";
import { ShownOnce } from "../shown-once";
import { createWebhookAction } from "./actions";

type NewWebhookFormProps = { workspace: string; events: WebhooksDto["kinds"] };

export function NewWebhookForm({ workspace, events }: NewWebhookFormProps) {
  const t = useTranslations("settings.webhooks");
  return (
    <ActionForm
      action={createWebhookAction}
      workspace={workspace}
      success={({ secret }) => <ShownOnce note={t("once")} value={secret} />}
      className="max-w-xl"
      aria-label={t("newTitle")}
    >
      <Field name="url" label={t("url")} hint={t("urlHint")} required>
        <TextInput type="url" inputMode="url" autoComplete="off" maxLength={1000} />
      </Field>
      <CheckboxGroup
        name="events"
        legend={t("events")}
        options={events.map((event) => ({
          value: event,
          label: event,
          hint: t(`event.${event.replace(".", "_") as "answer_confirmed"}`),
        }))}
      />
      <div>
        <SubmitButton pending={t("adding")}>{t("add")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { WebhookDto } from "@/lib/workspaces/webhooks/list-webhooks";
import { ShownOnce } from "../shown-once";
import { changeWebhookAction, sendTestEventAction } from "./actions";

type WebhookCardProps = { webhook: WebhookDto; workspace: string; since: string | null };

function Changes({ webhook, workspace }: Omit<WebhookCardProps, "since">) {
  const t = useTranslations("settings.webhooks");
  const goesOn = webhook.pausedAt === null;
  return (
    <ActionForm
      action={changeWebhookAction}
      workspace={workspace}
      success={({ secret }) => (secret ? <ShownOnce note={t("once")} value={secret} /> : null)}
      aria-label={t("change", { url: webhook.url })}
    >
      <input type="hidden" name="endpointId" value={webhook.endpointId} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton
          kind="secondary"
          size="small"
          name="change"
          value={goesOn ? "pause" : "resume"}
        >
          {goesOn ? t("pause") : t("resume")}
        </SubmitButton>
        <ConfirmButton
          label={t("renew")}
          question={t("renewQuestion")}
          kind="secondary"
          size="small"
          name="change"
          value="renew"
        >
          <p>{t("renewNote")}</p>
        </ConfirmButton>
        <ConfirmButton
          label={t("remove")}
          question={t("removeQuestion")}
          size="small"
          name="change"
          value="remove"
        >
          <p>{t("removeNote")}</p>
        </ConfirmButton>
      </div>
    </ActionForm>
  );
}

export function WebhookCard({ webhook, workspace, since }: WebhookCardProps) {
  const t = useTranslations("settings.webhooks");
  const { url, events, waiting, pausedReason } = webhook;
  return (
    <li className="py-3">
      <p className="font-semibold break-all">{url}</p>
      <p className="text-sm text-ink-2">{events.join(", ")}</p>
      {since ? (
        <p className="text-sm font-semibold">
          {t(`paused.${pausedReason ?? "byHand"}`, { since })}
        </p>
      ) : null}
      {waiting > 0 ? <p className="text-sm">{t("waiting", { count: waiting })}</p> : null}
      <div className="mt-2 flex flex-wrap items-start gap-2">
        <ActionForm
          action={sendTestEventAction}
          workspace={workspace}
          aria-label={t("test", { url })}
        >
          <input type="hidden" name="endpointId" value={webhook.endpointId} />
          <SubmitButton kind="secondary" size="small">
            {t("sendTest")}
          </SubmitButton>
        </ActionForm>
        <Changes webhook={webhook} workspace={workspace} />
      </div>
    </li>
  );
}

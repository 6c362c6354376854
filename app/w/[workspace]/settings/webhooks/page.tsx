import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/permissions";
import { listWebhooks } from "@/lib/workspaces/webhooks/list-webhooks";
import { momentText } from "../../imports/moment-text";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { DeliveryTable } from "./delivery-table";
import { NewWebhookForm } from "./new-webhook-form";
import { WebhookCard } from "./webhook-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.webhooks");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function WebhooksPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.webhooks");
  if (!can(ctx.actor, "setting:write")) {
    return (
      <SettingsFrame workspace={workspace} current="webhooks">
        <Notice>{t("adminsOnly")}</Notice>
      </SettingsFrame>
    );
  }
  const { webhooks, deliveries, kinds } = await listWebhooks({ ctx });
  const moment = (instant: string) => momentText(instant, ctx.workspace.timeZone, ctx.locale);
  return (
    <SettingsFrame workspace={workspace} current="webhooks">
      <ClientWords areas={["settings"]}>
        <Card id="webhooks" title={t("title")} note={t("note")}>
          {webhooks.length === 0 ? (
            <p className="text-ink-2">{t("none")}</p>
          ) : (
            <ul className="divide-y divide-line">
              {webhooks.map((webhook) => (
                <WebhookCard
                  key={webhook.endpointId}
                  webhook={webhook}
                  workspace={workspace}
                  since={webhook.pausedAt && moment(webhook.pausedAt)}
                />
              ))}
            </ul>
          )}
        </Card>
        <Card id="new-webhook" title={t("newTitle")} note={t("newNote")}>
          <NewWebhookForm workspace={workspace} events={kinds} />
        </Card>
        {deliveries.length > 0 ? (
          <Card id="log" title={t("log")} note={t("logNote")}>
            <DeliveryTable
              deliveries={deliveries}
              webhooks={webhooks}
              workspace={workspace}
              moment={moment}
            />
          </Card>
        ) : null}
      </ClientWords>
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { API_SCOPES } from "@/lib/auth/api-key";
import { can } from "@/lib/auth/permissions";
import { listApiKeys } from "@/lib/workspaces/list-api-keys";
import { momentText } from "../../imports/moment-text";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { KeyTable } from "./key-table";
import { NewKeyForm } from "./new-key-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.apiKeys");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function ApiKeysPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.apiKeys");
  if (!can(ctx.actor, "setting:write")) {
    return (
      <SettingsFrame workspace={workspace} current="api-keys">
        <Notice>{t("adminsOnly")}</Notice>
      </SettingsFrame>
    );
  }
  const keys = await listApiKeys({ ctx });
  const live = keys.filter(({ revokedAt }) => revokedAt === null).length;
  const { timeZone } = ctx.workspace;
  return (
    <SettingsFrame workspace={workspace} current="api-keys">
      <Card id="keys" title={t("live", { count: live })} note={t("listNote")}>
        {keys.length === 0 ? (
          <p className="text-ink-2">{t("none")}</p>
        ) : (
          <KeyTable
            workspace={workspace}
            keys={keys}
            day={(instant) => momentText(instant, timeZone, ctx.locale)}
          />
        )}
      </Card>
      <Card id="new-key" title={t("newTitle")} note={t("newNote")}>
        <ClientWords areas={["settings"]}>
          <NewKeyForm workspace={workspace} scopes={API_SCOPES} />
        </ClientWords>
      </Card>
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/permissions";
import { getSending } from "@/lib/surveys/mail/get-sending";
import { momentText } from "../../imports/moment-text";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { MailForm } from "./mail-form";
import { InstallationCard, QueueCard, ReportsCard, RestingCard } from "./queue-cards";
import { RetentionForm } from "./retention-form";
import { UncertainCard } from "./uncertain-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.sending");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function SendingPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.sending");
  if (!can(ctx.actor, "setting:write")) {
    return (
      <SettingsFrame workspace={workspace} current="sending">
        <Notice>{t("adminsOnly")}</Notice>
      </SettingsFrame>
    );
  }
  const sending = await getSending({ ctx });
  const { timeZone } = ctx.workspace;
  const card = { sending, workspace, locale: ctx.locale };
  return (
    <SettingsFrame workspace={workspace} current="sending">
      {sending.isHeldAfterRestore ? (
        <Notice kind="warning" title={t("held")}>
          {t("heldMeaning")}
        </Notice>
      ) : null}
      <QueueCard {...card} />
      <UncertainCard
        workspace={workspace}
        mails={sending.uncertain}
        moment={(instant) => momentText(instant, timeZone, ctx.locale)}
      />
      <RestingCard {...card} />
      <ReportsCard {...card} />
      <MailForm workspace={workspace} sending={sending} />
      <RetentionForm workspace={workspace} retention={sending.retention} />
      <InstallationCard {...card} />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { dateIn } from "@/lib/format/calendar";
import { formatDay } from "@/lib/format/date";
import { getMembers } from "@/lib/workspaces/get-members";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { InvitationTable } from "./invitation-table";
import { InviteForm } from "./invite-form";
import { MemberTable } from "./member-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.members");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function MembersPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const view = await getMembers({ ctx });
  const t = await getTranslations("settings");
  const { timeZone } = ctx.workspace;
  return (
    <SettingsFrame workspace={workspace} current="members">
      <Card
        id="members"
        title={t("members.count", { count: view.members.length })}
        note={t("members.note")}
      >
        <MemberTable workspace={workspace} view={view} />
      </Card>
      {view.invitations.length > 0 ? (
        <Card id="invitations" title={t("invitations.title")}>
          <InvitationTable
            workspace={workspace}
            invitations={view.invitations}
            day={(instant) => formatDay(dateIn(timeZone, new Date(instant)), ctx.locale)}
          />
        </Card>
      ) : null}
      {view.canManage ? (
        <Card id="invite" title={t("invite.title")} note={t("invite.note")}>
          <InviteForm workspace={workspace} />
        </Card>
      ) : null}
    </SettingsFrame>
  );
}

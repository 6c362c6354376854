import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { getMembers } from "@/lib/workspaces/get-members";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { InvitationTable } from "./invitation-table";
import { InviteForm } from "./invite-form";
import { MemberTable } from "./member-table";

export const metadata: Metadata = { title: "Members" };

type Props = { params: Promise<{ workspace: string }> };

export default async function MembersPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const view = await getMembers({ ctx });
  const count = view.members.length;
  const { timeZone } = ctx.workspace;
  const dates = new Intl.DateTimeFormat(ctx.locale, { dateStyle: "medium", timeZone });
  return (
    <SettingsFrame workspace={workspace} current="members">
      <Card
        id="members"
        title={count === 1 ? "1 member" : `${count} members`}
        note="A new role or a removal ends that person's sessions."
      >
        <MemberTable workspace={workspace} view={view} />
      </Card>
      {view.invitations.length > 0 ? (
        <Card id="invitations" title="Open invitations">
          <InvitationTable
            workspace={workspace}
            invitations={view.invitations}
            day={(instant) => dates.format(new Date(instant))}
          />
        </Card>
      ) : null}
      {view.canManage ? (
        <Card id="invite" title="Invite somebody" note="A mail with a link is sent.">
          <InviteForm workspace={workspace} />
        </Card>
      ) : null}
    </SettingsFrame>
  );
}

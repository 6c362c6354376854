import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OpenInvitation } from "@/lib/workspaces/load-members";
import { ROLE_WORDS } from "@/lib/workspaces/role-words";
import { cancelAction, resendAction } from "./actions";

type InvitationTableProps = {
  workspace: string;
  invitations: OpenInvitation[];
  day: (instant: string) => string;
};

function Actions({ workspace, invitation }: { workspace: string; invitation: OpenInvitation }) {
  const { invitationId, email } = invitation;
  const hidden = <input type="hidden" name="invitationId" value={invitationId} />;
  return (
    <span className="flex flex-wrap gap-2 md:justify-end">
      <ActionForm
        action={resendAction}
        workspace={workspace}
        success="Sent again. The earlier link no longer works."
        aria-label={`Send the invitation to ${email} again`}
      >
        {hidden}
        <SubmitButton kind="secondary" size="small" pending="Sending…">
          Send again
        </SubmitButton>
      </ActionForm>
      <ActionForm
        action={cancelAction}
        workspace={workspace}
        aria-label={`Cancel the invitation to ${email}`}
      >
        {hidden}
        <SubmitButton kind="quiet" size="small" pending="Cancelling…">
          Cancel
        </SubmitButton>
      </ActionForm>
    </span>
  );
}

export function InvitationTable({ workspace, invitations, day }: InvitationTableProps) {
  const columns: Column<OpenInvitation>[] = [
    {
      key: "name",
      header: "Invited",
      isName: true,
      cell: ({ name, email }) => (
        <span>
          <span className="font-semibold">{name}</span>
          <span className="block text-sm break-all text-ink-3">{email}</span>
        </span>
      ),
    },
    { key: "role", header: "Role", cell: ({ role }) => ROLE_WORDS[role].name },
    {
      key: "until",
      header: "Link works until",
      cell: ({ expiresAt, isExpired }) =>
        isExpired ? <Badge tone="warning">expired</Badge> : day(expiresAt),
    },
    {
      key: "actions",
      header: "Send again or cancel",
      hideHeader: true,
      align: "right",
      cell: (invitation) => <Actions workspace={workspace} invitation={invitation} />,
    },
  ];
  return (
    <DataTable
      caption="Open invitations"
      columns={columns}
      rows={invitations}
      rowKey={(invitation) => invitation.invitationId}
    />
  );
}

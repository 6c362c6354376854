import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OpenInvitation } from "@/lib/workspaces/load-members";
import { cancelAction, resendAction } from "./actions";

type InvitationTableProps = {
  workspace: string;
  invitations: OpenInvitation[];
  day: (instant: string) => string;
};

function Actions({ workspace, invitation }: { workspace: string; invitation: OpenInvitation }) {
  const t = useTranslations("settings.invitations");
  const { invitationId, email } = invitation;
  const hidden = <input type="hidden" name="invitationId" value={invitationId} />;
  return (
    <span className="flex flex-wrap gap-2 md:justify-end">
      <ActionForm
        action={resendAction}
        workspace={workspace}
        success={t("sentAgain")}
        aria-label={t("sendAgainTo", { email })}
      >
        {hidden}
        <SubmitButton kind="secondary" size="small" pending={t("sending")}>
          {t("sendAgain")}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={cancelAction} workspace={workspace} aria-label={t("cancelTo", { email })}>
        {hidden}
        <SubmitButton kind="quiet" size="small" pending={t("cancelling")}>
          {t("cancel")}
        </SubmitButton>
      </ActionForm>
    </span>
  );
}

export function InvitationTable({ workspace, invitations, day }: InvitationTableProps) {
  const t = useTranslations("settings.invitations");
  const common = useTranslations("settings");
  const shell = useTranslations("shell");
  const columns: Column<OpenInvitation>[] = [
    {
      key: "name",
      header: t("invited"),
      isName: true,
      cell: ({ name, email }) => (
        <span>
          <span className="font-semibold">{name}</span>
          <span className="block text-sm break-all text-ink-3">{email}</span>
        </span>
      ),
    },
    { key: "role", header: common("role"), cell: ({ role }) => shell(`roles.${role}`) },
    {
      key: "until",
      header: t("worksUntil"),
      cell: ({ expiresAt, isExpired }) =>
        isExpired ? <Badge tone="warning">{t("expired")}</Badge> : day(expiresAt),
    },
    {
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "right",
      cell: (invitation) => <Actions workspace={workspace} invitation={invitation} />,
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={invitations}
      rowKey={(invitation) => invitation.invitationId}
    />
  );
}

import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { ROLES } from "@/lib/auth/permissions";
import type { MembersView } from "@/lib/workspaces/get-members";
import type { Member } from "@/lib/workspaces/load-members";
import { ROLE_WORDS } from "@/lib/workspaces/role-words";
import { changeRoleAction, removeAction } from "./actions";

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].name }));

type MemberTableProps = { workspace: string; view: MembersView };

function RoleForm({ workspace, member }: { workspace: string; member: Member }) {
  return (
    <ActionForm
      action={changeRoleAction}
      workspace={workspace}
      keepsValues
      className="gap-1"
      aria-label={`Role of ${member.name}`}
    >
      <input type="hidden" name="userId" value={member.userId} />
      <div className="flex items-center gap-2">
        <Field name="role" label={`Role of ${member.name}`} hideLabel>
          {/* A new role must show at once: React keeps an old default otherwise. */}
          <Select key={member.role} options={ROLE_OPTIONS} defaultValue={member.role} />
        </Field>
        <SubmitButton kind="secondary" size="small" pending="Saving…">
          Save
          <span className="sr-only"> the role of {member.name}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function RemoveForm({ workspace, member }: { workspace: string; member: Member }) {
  const { accounts, name } = member;
  const owned = accounts === 1 ? "1 account keeps" : `${accounts} accounts keep`;
  return (
    <ActionForm
      action={removeAction}
      workspace={workspace}
      className="text-left md:items-end"
      aria-label={`Remove ${name}`}
    >
      <input type="hidden" name="userId" value={member.userId} />
      <ConfirmButton label="Remove" question={`Remove ${name}?`} size="small">
        <p>{name} is signed out at once and can no longer open this workspace.</p>
        {accounts > 0 ? (
          <p className="mt-2">{`${owned} ${name} as owner until you choose somebody else.`}</p>
        ) : null}
      </ConfirmButton>
    </ActionForm>
  );
}

function Name({ member, isYou }: { member: Member; isYou: boolean }) {
  return (
    <span>
      <span className="font-semibold">{member.name}</span> {isYou ? <Badge>you</Badge> : null}
      <span className="block text-sm break-all text-ink-3">{member.email}</span>
    </span>
  );
}

export function MemberTable({ workspace, view }: MemberTableProps) {
  const { members, canManage, userId } = view;
  const columns: Column<Member>[] = [
    {
      key: "name",
      header: "Member",
      isName: true,
      cell: (member) => <Name member={member} isYou={member.userId === userId} />,
    },
    { key: "accounts", header: "Accounts owned", align: "right", cell: (m) => m.accounts },
    {
      key: "role",
      header: "Role",
      cell: (member) =>
        canManage ? (
          <RoleForm workspace={workspace} member={member} />
        ) : (
          ROLE_WORDS[member.role].name
        ),
    },
  ];
  if (canManage) {
    columns.push({
      key: "remove",
      header: "Remove",
      hideHeader: true,
      align: "right",
      cell: (member) => <RemoveForm workspace={workspace} member={member} />,
    });
  }
  return (
    <DataTable
      caption="Members of this workspace, with their roles"
      columns={columns}
      rows={members}
      rowKey={(member) => member.userId}
    />
  );
}

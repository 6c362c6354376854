import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { ROLES } from "@/lib/auth/permissions";
import { formatNumber } from "@/lib/format/number";
import type { MembersView } from "@/lib/workspaces/get-members";
import type { Member } from "@/lib/workspaces/load-members";
import { changeRoleAction, removeAction } from "./actions";

type MemberTableProps = { workspace: string; view: MembersView };

/** Two members may have the same name. */
function called({ name, email }: Member): string {
  return `${name}, ${email}`;
}

function RoleForm({ workspace, member }: { workspace: string; member: Member }) {
  const t = useTranslations("settings");
  const shell = useTranslations("shell");
  const { name } = member;
  const options = ROLES.map((role) => ({ value: role, label: shell(`roles.${role}`) }));
  return (
    <ActionForm
      action={changeRoleAction}
      workspace={workspace}
      keepsValues
      className="gap-1"
      aria-label={t("members.roleOf", { name: called(member) })}
    >
      <input type="hidden" name="userId" value={member.userId} />
      <div className="flex items-center gap-2">
        <Field name="role" label={t("members.roleOf", { name })} hideLabel>
          {/* A new role must show at once: React keeps an old default otherwise. */}
          <Select key={member.role} options={options} defaultValue={member.role} />
        </Field>
        <SubmitButton kind="secondary" size="small" pending={t("saving")}>
          {t.rich("members.saveRole", {
            name,
            hidden: (words) => <span className="sr-only">{words}</span>,
          })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function RemoveForm({ workspace, member }: { workspace: string; member: Member }) {
  const t = useTranslations("settings.members");
  const { accounts, name } = member;
  return (
    <ActionForm
      action={removeAction}
      workspace={workspace}
      className="text-left md:items-end"
      aria-label={t("removeOne", { name: called(member) })}
    >
      <input type="hidden" name="userId" value={member.userId} />
      <ConfirmButton label={t("remove")} question={t("removeQuestion", { name })} size="small">
        <p>{t("removeMeaning", { name })}</p>
        {accounts > 0 ? <p className="mt-2">{t("keeps", { count: accounts, name })}</p> : null}
      </ConfirmButton>
    </ActionForm>
  );
}

function Name({ member, isYou }: { member: Member; isYou: boolean }) {
  const t = useTranslations("settings.members");
  return (
    <span>
      <span className="font-semibold">{member.name}</span>{" "}
      {isYou ? <Badge>{t("you")}</Badge> : null}
      <span className="block text-sm break-all text-ink-3">{member.email}</span>
    </span>
  );
}

export function MemberTable({ workspace, view }: MemberTableProps) {
  const locale = useLocale();
  const t = useTranslations("settings");
  const shell = useTranslations("shell");
  const { members, canManage, userId } = view;
  const columns: Column<Member>[] = [
    {
      key: "name",
      header: t("members.member"),
      isName: true,
      cell: (member) => <Name member={member} isYou={member.userId === userId} />,
    },
    {
      key: "accounts",
      header: t("members.accountsOwned"),
      align: "right",
      cell: ({ accounts }) => formatNumber(accounts, locale),
    },
    {
      key: "role",
      header: t("role"),
      cell: (member) =>
        canManage ? (
          <RoleForm workspace={workspace} member={member} />
        ) : (
          shell(`roles.${member.role}`)
        ),
    },
  ];
  if (canManage) {
    columns.push({
      key: "remove",
      header: t("members.remove"),
      hideHeader: true,
      align: "right",
      cell: (member) => <RemoveForm workspace={workspace} member={member} />,
    });
  }
  return (
    <DataTable
      caption={t("members.caption")}
      columns={columns}
      rows={members}
      rowKey={(member) => member.userId}
      holdsFields
    />
  );
}

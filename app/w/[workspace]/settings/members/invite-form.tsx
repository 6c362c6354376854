import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { ROLES } from "@/lib/auth/permissions";
import { ROLE_WORDS } from "@/lib/workspaces/role-words";
import { inviteAction } from "./actions";

export function InviteForm({ workspace }: { workspace: string }) {
  const options = ROLES.map((role) => ({
    value: role,
    label: ROLE_WORDS[role].name,
    hint: ROLE_WORDS[role].may,
  }));
  return (
    <ActionForm
      action={inviteAction}
      workspace={workspace}
      success="The invitation is on its way. It works for 14 days."
      className="max-w-xl"
      aria-label="Invite a member"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="name" label="Name" required>
          <TextInput autoComplete="off" />
        </Field>
        <Field name="email" label="E-mail" required>
          <TextInput type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
      </div>
      <RadioGroup name="role" legend="Role" options={options} defaultValue="account_manager" />
      <div>
        <SubmitButton pending="Inviting…">Send the invitation</SubmitButton>
      </div>
    </ActionForm>
  );
}

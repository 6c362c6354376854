import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { getProfile, type Profile } from "@/lib/workspaces/get-profile";
import { digestChoices, localeChoices } from "@/lib/workspaces/setting-choices";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { changePasswordAction, updateProfileAction } from "./actions";

export const metadata: Metadata = { title: "Your profile" };

type Props = { params: Promise<{ workspace: string }> };
type Part = { workspace: string; profile: Profile };

function ProfileForm({ workspace, profile }: Part) {
  return (
    <ActionForm
      action={updateProfileAction}
      workspace={workspace}
      success="Saved."
      keepsValues
      className="max-w-md"
      aria-label="Profile"
    >
      <Field name="name" label="Name" required>
        <TextInput autoComplete="name" defaultValue={profile.name} />
      </Field>
      <Field name="locale" label="Language" hint="Numbers and dates follow it.">
        <Select options={localeChoices()} defaultValue={profile.locale} />
      </Field>
      {profile.digest ? (
        <Field
          name="digest"
          label="New answers by mail"
          hint="At half past seven, of the accounts and touchpoints you own. What needs you at once comes at once."
        >
          <Select options={digestChoices()} defaultValue={profile.digest} />
        </Field>
      ) : null}
      <div>
        <SubmitButton pending="Saving…">Save</SubmitButton>
      </div>
    </ActionForm>
  );
}

function PasswordForm({ workspace, profile }: Part) {
  return (
    <ActionForm
      action={changePasswordAction}
      workspace={workspace}
      success="Your new password is set. You are signed out everywhere else."
      className="max-w-md"
      aria-label="Password"
    >
      <input type="hidden" name="username" autoComplete="username" value={profile.email} />
      <Field name="currentPassword" label="Present password" required>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <Field
        name="newPassword"
        label="New password"
        hint="At least 12 characters; a sentence is fine."
        required
      >
        <TextInput type="password" autoComplete="new-password" />
      </Field>
      <div>
        <SubmitButton pending="Setting…">Set the password</SubmitButton>
      </div>
    </ActionForm>
  );
}

export default async function ProfilePage({ params }: Props) {
  const { workspace } = await params;
  const profile = await getProfile({ ctx: await pageCtx(workspace) });
  const part = { workspace, profile };
  return (
    <SettingsFrame workspace={workspace} current="profile">
      <Card id="profile" title="Profile" note={`You sign in as ${profile.email}.`}>
        <ProfileForm {...part} />
      </Card>
      <Card id="password" title="Password" note="A new one ends your sessions everywhere else.">
        {profile.hasPassword ? (
          <PasswordForm {...part} />
        ) : (
          <p className="text-ink-2">
            You sign in with single sign-on. To have a password as well, sign out and choose
            “Forgotten your password?”.
          </p>
        )}
      </Card>
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { getProfile, type Profile } from "@/lib/workspaces/get-profile";
import { digestChoices, localeChoices } from "@/lib/workspaces/setting-choices";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { changePasswordAction, updateProfileAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.profile");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };
type Part = { workspace: string; profile: Profile };

function ProfileForm({ workspace, profile }: Part) {
  const t = useTranslations("settings");
  const locale = useLocale();
  return (
    <ActionForm
      action={updateProfileAction}
      workspace={workspace}
      success={t("saved")}
      keepsValues
      className="max-w-md"
      aria-label={t("profile.card")}
    >
      <Field name="name" label={t("name")} required>
        <TextInput autoComplete="name" defaultValue={profile.name} />
      </Field>
      <Field name="locale" label={t("workspace.language")} hint={t("workspace.languageHint")}>
        <Select options={localeChoices()} defaultValue={profile.locale} />
      </Field>
      {profile.digest ? (
        <Field name="digest" label={t("profile.digest")} hint={t("profile.digestHint")}>
          <Select options={digestChoices(locale)} defaultValue={profile.digest} />
        </Field>
      ) : null}
      {profile.mondayMail === null ? null : (
        <>
          <input type="hidden" name="asksMonday" value="1" />
          <Checkbox
            name="mondayMail"
            label={t("profile.mondayMail")}
            hint={t("profile.mondayMailHint")}
            defaultChecked={profile.mondayMail}
          />
        </>
      )}
      <div>
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function PasswordForm({ workspace, profile }: Part) {
  const t = useTranslations("settings.profile");
  return (
    <ActionForm
      action={changePasswordAction}
      workspace={workspace}
      success={t("passwordSet")}
      className="max-w-md"
      aria-label={t("password")}
    >
      <input type="hidden" name="username" autoComplete="username" value={profile.email} />
      <Field name="currentPassword" label={t("presentPassword")} required>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <Field name="newPassword" label={t("newPassword")} hint={t("newPasswordHint")} required>
        <TextInput type="password" autoComplete="new-password" />
      </Field>
      <div>
        <SubmitButton pending={t("setting")}>{t("setPassword")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export default async function ProfilePage({ params }: Props) {
  const { workspace } = await params;
  const profile = await getProfile({ ctx: await pageCtx(workspace) });
  const part = { workspace, profile };
  const t = await getTranslations("settings.profile");
  const signIn = await getTranslations("public.signIn");
  return (
    <SettingsFrame workspace={workspace} current="profile">
      <Card id="profile" title={t("card")} note={t("signInAs", { email: profile.email })}>
        <ProfileForm {...part} />
      </Card>
      <Card id="password" title={t("password")} note={t("passwordNote")}>
        {profile.hasPassword ? (
          <PasswordForm {...part} />
        ) : (
          <p className="text-ink-2">{t("singleSignOn", { link: signIn("forgotten") })}</p>
        )}
      </Card>
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { isAppError } from "@/lib/errors";
import { getInvitation, type InvitationView } from "@/lib/workspaces/get-invitation";
import { ExpiredLink } from "../../expired-link";
import { PageFrame } from "../../page-frame";
import { PasswordField } from "../../password-field";
import { acceptInvitationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.invitation");
  return { title: t("title") };
}

type Props = { params: Promise<{ token: string }> };

async function open(token: string): Promise<InvitationView | null> {
  try {
    return await getInvitation({ token, now: new Date() });
  } catch (error) {
    if (isAppError(error) && error.code === "GONE") return null;
    throw error;
  }
}

type OpenProps = { token: string; invitation: InvitationView };

function OpenInvitation({ token, invitation }: OpenProps) {
  const t = useTranslations("public");
  const { workspaceName, email, name, role, isKnownUser } = invitation;
  return (
    <PageFrame
      title={t("invitation.join", { workspace: workspaceName })}
      intro={t("invitation.intro", { email, role })}
    >
      <ActionForm action={acceptInvitationAction} aria-label={t("invitation.form")}>
        <input type="hidden" name="token" value={token} />
        {isKnownUser ? (
          <p className="text-ink-2">{t("invitation.known")}</p>
        ) : (
          <>
            <Field name="name" label={t("yourName")} required>
              <TextInput autoComplete="name" defaultValue={name} />
            </Field>
            <PasswordField name="password" label={t("choosePassword")} kind="new" />
          </>
        )}
        <SubmitButton pending={t("invitation.sending")}>{t("invitation.send")}</SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await open(token);
  return invitation ? (
    <OpenInvitation token={token} invitation={invitation} />
  ) : (
    <ExpiredLink kind="invitation" />
  );
}

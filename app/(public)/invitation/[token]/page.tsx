import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { isAppError } from "@/lib/errors";
import { getInvitation, type InvitationView } from "@/lib/workspaces/get-invitation";
import { ROLE_WORDS } from "@/lib/workspaces/role-words";
import { ExpiredLink } from "../../expired-link";
import { PageFrame } from "../../page-frame";
import { PasswordField } from "../../password-field";
import { acceptInvitationAction } from "./actions";

export const metadata: Metadata = { title: "Invitation" };

type Props = { params: Promise<{ token: string }> };

async function open(token: string): Promise<InvitationView | null> {
  try {
    return await getInvitation({ token, now: new Date() });
  } catch (error) {
    if (isAppError(error) && error.code === "GONE") return null;
    throw error;
  }
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await open(token);
  if (!invitation) return <ExpiredLink kind="invitation" />;
  const { workspaceName, email, name, role, isKnownUser } = invitation;
  return (
    <PageFrame
      title={`Join ${workspaceName}`}
      intro={`You were invited as ${email}. Role: ${ROLE_WORDS[role].name.toLowerCase()}.`}
    >
      <ActionForm action={acceptInvitationAction} aria-label="Accept the invitation">
        <input type="hidden" name="token" value={token} />
        {isKnownUser ? (
          <p className="text-ink-2">
            You have an account already. After this you sign in as usual.
          </p>
        ) : (
          <>
            <Field name="name" label="Your name" required>
              <TextInput autoComplete="name" defaultValue={name} />
            </Field>
            <PasswordField name="password" label="Choose a password" kind="new" />
          </>
        )}
        <SubmitButton pending="Joining…">Accept and join</SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

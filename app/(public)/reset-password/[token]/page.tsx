import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { isAppError } from "@/lib/errors";
import { checkResetLink } from "@/lib/workspaces/reset-password";
import { ExpiredLink } from "../../expired-link";
import { PageFrame } from "../../page-frame";
import { PasswordField } from "../../password-field";
import { resetPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Choose a new password" };

type Props = { params: Promise<{ token: string }> };

async function isValid(token: string): Promise<boolean> {
  try {
    await checkResetLink({ token, now: new Date() });
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "GONE") return false;
    throw error;
  }
}

export default async function ResetPasswordPage({ params }: Props) {
  const { token } = await params;
  if (!(await isValid(token))) return <ExpiredLink kind="reset" />;
  return (
    <PageFrame
      title="Choose a new password"
      intro="You are signed out everywhere else when it is set."
    >
      <ActionForm action={resetPasswordAction} aria-label="Set a password">
        <input type="hidden" name="token" value={token} />
        <PasswordField name="password" label="New password" kind="new" />
        <SubmitButton pending="Setting…">Set the password</SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

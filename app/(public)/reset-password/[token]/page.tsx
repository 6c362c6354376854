import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { isAppError } from "@/lib/errors";
import { checkResetLink } from "@/lib/workspaces/reset-password";
import { ExpiredLink } from "../../expired-link";
import { PageFrame } from "../../page-frame";
import { PasswordField } from "../../password-field";
import { resetPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.resetPassword");
  return { title: t("title") };
}

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
  const t = await getTranslations("public.resetPassword");
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <ActionForm action={resetPasswordAction} aria-label={t("form")}>
        <input type="hidden" name="token" value={token} />
        <PasswordField name="password" label={t("password")} kind="new" />
        <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { PageFrame } from "../page-frame";
import { TextLink } from "../text-link";
import { forgotPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.forgotPassword");
  return { title: t("title") };
}

export default function ForgotPasswordPage() {
  const t = useTranslations("public");
  return (
    <PageFrame
      title={t("forgotPassword.title")}
      intro={t("forgotPassword.intro")}
      after={<TextLink href="/sign-in">{t("forgotPassword.back")}</TextLink>}
    >
      <ActionForm
        action={forgotPasswordAction}
        success={t("forgotPassword.sent")}
        aria-label={t("forgotPassword.form")}
      >
        <Field name="email" label={t("email")} required>
          <TextInput
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <SubmitButton pending={t("forgotPassword.sending")}>
          {t("forgotPassword.send")}
        </SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

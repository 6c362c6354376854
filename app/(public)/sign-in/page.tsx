import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { landingPath } from "@/lib/auth/landing";
import { isOidcConfigured } from "@/lib/auth/oidc-provider";
import { currentUser } from "@/lib/auth/session";
import { isSetUp } from "@/lib/workspaces/create-first-admin";
import { PageFrame } from "../page-frame";
import { PasswordField } from "../password-field";
import { TextLink } from "../text-link";
import { signInAction } from "./actions";
import { signInNotes } from "./sign-in-notes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.signIn");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

function SingleSignOn({ next }: { next: string }) {
  const t = useTranslations("public.signIn");
  return (
    <form
      action="/api/auth/sso"
      method="post"
      className="mt-5 flex flex-col border-t border-line pt-5"
    >
      <input type="hidden" name="next" value={next} />
      <Button type="submit">{t("singleSignOn")}</Button>
    </form>
  );
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const { next } = query;
  if (await currentUser()) redirect(landingPath(next));
  if (!(await isSetUp())) redirect("/setup");
  const target = landingPath(next);
  const t = await getTranslations("public");
  const { notice, fault } = signInNotes(query, t);
  return (
    <PageFrame
      title={t("signIn.title")}
      after={<TextLink href="/forgot-password">{t("signIn.forgotten")}</TextLink>}
    >
      {notice ? (
        <Notice kind="success" className="mb-4">
          {notice}
        </Notice>
      ) : null}
      {fault ? (
        <Notice kind="error" className="mb-4">
          {fault}
        </Notice>
      ) : null}
      <ActionForm action={signInAction} aria-label={t("signIn.title")}>
        <input type="hidden" name="next" value={target} />
        <Field name="email" label={t("email")} required>
          <TextInput
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <PasswordField name="password" label={t("signIn.password")} kind="current" />
        <SubmitButton pending={t("signIn.sending")}>{t("signIn.send")}</SubmitButton>
      </ActionForm>
      {isOidcConfigured() ? <SingleSignOn next={target} /> : null}
    </PageFrame>
  );
}

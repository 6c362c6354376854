import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { isSetUp } from "@/lib/workspaces/create-first-admin";
import { currencyChoices, localeChoices, timeZoneChoices } from "@/lib/workspaces/setting-choices";
import { PageFrame } from "../page-frame";
import { PasswordField } from "../password-field";
import { setUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.setup");
  return { title: t("title") };
}

function AboutYou() {
  const t = useTranslations("public");
  return (
    <>
      <Field name="name" label={t("yourName")} required>
        <TextInput autoComplete="name" />
      </Field>
      <Field name="email" label={t("setup.email")} hint={t("setup.emailHint")} required>
        <TextInput type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Field>
      <PasswordField name="password" label={t("choosePassword")} kind="new" />
    </>
  );
}

function AboutTheCompany() {
  const t = useTranslations("public.setup");
  const settings = useTranslations("settings.workspace");
  const locale = useLocale();
  return (
    <>
      <Field name="workspaceName" label={t("company")} required>
        <TextInput autoComplete="organization" />
      </Field>
      <Field name="currency" label={settings("currency")} hint={t("currencyHint")}>
        <Select options={currencyChoices(locale)} defaultValue="EUR" />
      </Field>
      <Field name="timeZone" label={settings("timeZone")} hint={settings("timeZoneHint")}>
        <Select options={timeZoneChoices()} defaultValue="Europe/Copenhagen" />
      </Field>
      <Field name="locale" label={settings("language")} hint={settings("languageHint")}>
        <Select options={localeChoices()} defaultValue={locale} />
      </Field>
    </>
  );
}

export default async function SetupPage() {
  if (await isSetUp()) notFound();
  const t = await getTranslations("public.setup");
  return (
    <PageFrame title={t("title")} intro={t("intro")}>
      <ActionForm action={setUpAction} aria-label={t("form")}>
        <AboutYou />
        <AboutTheCompany />
        <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

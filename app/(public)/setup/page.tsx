import type { Metadata } from "next";
import { notFound } from "next/navigation";
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

export const metadata: Metadata = { title: "Set up Holdfast" };

function AboutYou() {
  return (
    <>
      <Field name="name" label="Your name" required>
        <TextInput autoComplete="name" />
      </Field>
      <Field name="email" label="Your e-mail" hint="You sign in with it." required>
        <TextInput type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Field>
      <PasswordField name="password" label="Choose a password" kind="new" />
    </>
  );
}

function AboutTheCompany() {
  return (
    <>
      <Field name="workspaceName" label="Company that measures" required>
        <TextInput autoComplete="organization" />
      </Field>
      <Field
        name="currency"
        label="Currency of all figures"
        hint="It cannot be changed once amounts are recorded."
      >
        <Select options={currencyChoices()} defaultValue="EUR" />
      </Field>
      <Field name="timeZone" label="Time zone" hint="It decides the day and month of an answer.">
        <Select options={timeZoneChoices()} defaultValue="Europe/Copenhagen" />
      </Field>
      <Field name="locale" label="Language" hint="Numbers and dates follow it.">
        <Select options={localeChoices()} defaultValue="en" />
      </Field>
    </>
  );
}

export default async function SetupPage() {
  if (await isSetUp()) notFound();
  return (
    <PageFrame
      title="Set up Holdfast"
      intro="Nobody has an account here yet. You become the first admin, of the first workspace."
    >
      <ActionForm action={setUpAction} aria-label="Set up">
        <AboutYou />
        <AboutTheCompany />
        <SubmitButton pending="Setting up…">Create the workspace</SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

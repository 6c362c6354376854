import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { PageFrame } from "../page-frame";
import { TextLink } from "../text-link";
import { forgotPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Choose a new password" };

const SENT =
  "If somebody signs in with this address, a mail with a link is on its way. The link works for one hour.";

export default function ForgotPasswordPage() {
  return (
    <PageFrame
      title="Choose a new password"
      intro="Enter the address you sign in with. We send a link to it."
      after={<TextLink href="/sign-in">Back to sign-in</TextLink>}
    >
      <ActionForm action={forgotPasswordAction} success={SENT} aria-label="Ask for a link">
        <Field name="email" label="E-mail" required>
          <TextInput
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <SubmitButton pending="Sending…">Send the link</SubmitButton>
      </ActionForm>
    </PageFrame>
  );
}

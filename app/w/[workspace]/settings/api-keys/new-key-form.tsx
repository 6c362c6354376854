"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { createApiKeyAction } from "./actions";
import { SCOPE_WORDS, WORDS } from "./api-key-words";

/** Shown once: it comes with the answer of the action and is in no page's address or history. */
function NewKey({ value }: { value: string }) {
  return (
    <>
      <p>{WORDS.once}</p>
      <code className="mt-1.5 block rounded-control border border-line bg-card px-2.5 py-1.5 font-mono text-sm break-all select-all">
        {value}
      </code>
    </>
  );
}

export function NewKeyForm({ workspace }: { workspace: string }) {
  return (
    <ActionForm
      action={createApiKeyAction}
      workspace={workspace}
      success={({ key }) => <NewKey value={key} />}
      className="max-w-xl"
      aria-label={WORDS.newTitle}
    >
      <Field name="name" label={WORDS.nameLabel} hint={WORDS.nameHint} required>
        <TextInput autoComplete="off" maxLength={100} />
      </Field>
      <fieldset>
        <legend className="text-sm font-semibold">{WORDS.scopes}</legend>
        {Object.entries(SCOPE_WORDS).map(([scope, { name, may }]) => (
          <Checkbox
            key={scope}
            name="scopes[]"
            value={scope}
            label={name}
            hint={may}
            defaultChecked
          />
        ))}
      </fieldset>
      <div>
        <SubmitButton pending="Making…">{WORDS.make}</SubmitButton>
      </div>
    </ActionForm>
  );
}

import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { AccountDto, PersonDto } from "@/lib/loyalty/account-page.types";
import { accountPath } from "../../../_loyalty/paths";
import { leaveContactAction, saveContactAction } from "../../actions";

type PersonFormProps = {
  account: AccountDto;
  /** Null for a new person. */
  person: PersonDto | null;
  workspace: string;
  today: string;
};

const ROLES = [
  { value: "", label: "Not recorded" },
  { value: "decision_maker", label: "Decision-maker" },
  { value: "influencer", label: "Influencer" },
  { value: "user", label: "User" },
];
const LANGUAGES = [
  { value: "", label: "Of the workspace" },
  { value: "en", label: "English" },
  { value: "da", label: "Danish" },
  { value: "sv", label: "Swedish" },
  { value: "nb", label: "Norwegian" },
  { value: "fi", label: "Finnish" },
];

function roleCode(role: PersonDto["role"]): string {
  return role === "decisionMaker" ? "decision_maker" : (role ?? "");
}

function Fields({ person, account }: Pick<PersonFormProps, "person" | "account">) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field name="firstName" label="First name" optional>
        <TextInput defaultValue={person?.firstName ?? ""} autoComplete="off" />
      </Field>
      <Field name="lastName" label="Last name" optional>
        <TextInput defaultValue={person?.lastName ?? ""} autoComplete="off" />
      </Field>
      <Field name="email" label="E-mail" optional hint="Without one, nobody can be asked">
        <TextInput type="email" defaultValue={person?.email ?? ""} autoComplete="off" />
      </Field>
      <Field name="title" label="Title" optional>
        <TextInput defaultValue={person?.title ?? ""} />
      </Field>
      <Field name="role" label="Role in the decision">
        <Select defaultValue={roleCode(person?.role ?? null)} options={ROLES} />
      </Field>
      <Field name="language" label="Language">
        <Select defaultValue={person?.language ?? ""} options={LANGUAGES} />
      </Field>
      <Field name="worksWithId" label="Works mostly with" optional>
        <Select
          defaultValue={person?.worksWith?.id ?? ""}
          options={[
            { value: "", label: "The owner of the account" },
            ...account.employees.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
    </div>
  );
}

export function PersonForm({ account, person, workspace, today }: PersonFormProps) {
  return (
    <div className="flex flex-col gap-4">
      <ActionForm action={saveContactAction} workspace={workspace} keepsValues>
        <input type="hidden" name="onAccountId" value={account.id} />
        {person ? (
          <input type="hidden" name="contactId" value={person.id} />
        ) : (
          <input type="hidden" name="accountId" value={account.id} />
        )}
        <Fields person={person} account={account} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton pending="Saving">{person ? "Save" : "Add person"}</SubmitButton>
          {person ? (
            <Link
              href={`${accountPath(workspace, account.id)}/people/${person.id}`}
              className="underline"
            >
              Consent and details
            </Link>
          ) : null}
        </div>
      </ActionForm>
      {person && person.leftOn === null ? (
        <ActionForm
          action={leaveContactAction}
          workspace={workspace}
          className="border-t border-line pt-4"
        >
          <input type="hidden" name="onAccountId" value={account.id} />
          <input type="hidden" name="contactId" value={person.id} />
          <div className="flex flex-wrap items-end gap-3">
            <Field name="leftOn" label="Left the company on">
              <TextInput type="date" defaultValue={today} max={today} />
            </Field>
            <ConfirmButton label="Has left" question={`${person.name} has left?`}>
              The answers stop counting from that day and nobody is asked there any more. Nothing is
              deleted.
            </ConfirmButton>
          </div>
        </ActionForm>
      ) : null}
    </div>
  );
}

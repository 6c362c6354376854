import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { SeenValues } from "@/components/ui/seen-values";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { LANGUAGES } from "@/lib/i18n/languages";
import type { AccountDto, PersonDto } from "@/lib/loyalty/account-page.types";
import { accountPath } from "../../../_loyalty/paths";
import { withOwn } from "../../../_loyalty/with-own";
import { leaveContactAction, saveContactAction } from "../../actions";

type PersonFormProps = {
  account: AccountDto;
  /** Null for a new person. */
  person: PersonDto | null;
  workspace: string;
  today: string;
};

const ROLES = ["decisionMaker", "influencer", "user"] as const;

function roleCode(role: PersonDto["role"]): string {
  return role === "decisionMaker" ? "decision_maker" : (role ?? "");
}

function seenOf(person: PersonDto) {
  const { firstName, lastName, email, title, language, worksWith } = person;
  const role = roleCode(person.role);
  return { firstName, lastName, email, title, language, role, worksWithId: worksWith?.id ?? null };
}

function Fields({ person, account }: Pick<PersonFormProps, "person" | "account">) {
  const t = useTranslations("account");
  const roles = ROLES.map((role) => ({ value: roleCode(role), label: t(`people.roles.${role}`) }));
  const colleagues = withOwn(account.employees, person?.worksWith ?? null);
  const languages = LANGUAGES.map((language) => ({
    value: language,
    label: t(`person.languages.${language}`),
  }));
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field name="firstName" label={t("person.firstName")} optional>
        <TextInput defaultValue={person?.firstName ?? ""} autoComplete="off" />
      </Field>
      <Field name="lastName" label={t("person.lastName")} optional>
        <TextInput defaultValue={person?.lastName ?? ""} autoComplete="off" />
      </Field>
      <Field name="email" label={t("person.email")} optional hint={t("person.emailHint")}>
        <TextInput type="email" defaultValue={person?.email ?? ""} autoComplete="off" />
      </Field>
      <Field name="title" label={t("person.title")} optional>
        <TextInput defaultValue={person?.title ?? ""} />
      </Field>
      <Field name="role" label={t("person.role")}>
        <Select
          defaultValue={roleCode(person?.role ?? null)}
          options={[{ value: "", label: t("person.roleNotRecorded") }, ...roles]}
        />
      </Field>
      <Field name="language" label={t("person.language")}>
        <Select
          defaultValue={person?.language ?? ""}
          options={[{ value: "", label: t("person.languages.workspace") }, ...languages]}
        />
      </Field>
      <Field name="worksWithId" label={t("person.worksWith")} optional>
        <Select
          defaultValue={person?.worksWith?.id ?? ""}
          options={[
            { value: "", label: t("person.accountOwner") },
            ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
    </div>
  );
}

export function PersonForm({ account, person, workspace, today }: PersonFormProps) {
  const t = useTranslations("account");
  return (
    <div className="flex flex-col gap-4">
      <ActionForm action={saveContactAction} workspace={workspace} keepsValues>
        <input type="hidden" name="onAccountId" value={account.id} />
        {person ? (
          <>
            <input type="hidden" name="contactId" value={person.id} />
            <SeenValues values={seenOf(person)} />
          </>
        ) : (
          <input type="hidden" name="accountId" value={account.id} />
        )}
        <Fields person={person} account={account} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton pending={t("form.saving")}>
            {person ? t("form.save") : t("person.add")}
          </SubmitButton>
          {person ? (
            <Link
              href={`${accountPath(workspace, account.id)}/people/${person.id}`}
              className="underline"
            >
              {t("person.consent")}
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
            <Field name="leftOn" label={t("person.leftOn")}>
              <TextInput type="date" defaultValue={today} max={today} />
            </Field>
            <ConfirmButton
              label={t("person.hasLeft")}
              question={t("person.hasLeftQuestion", { name: person.name })}
            >
              {t("person.hasLeftMeaning")}
            </ConfirmButton>
          </div>
        </ActionForm>
      ) : null}
    </div>
  );
}

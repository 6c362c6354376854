import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { addDays } from "@/lib/format/calendar";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { openCaseAction } from "../../follow-up-actions";

type OpenCaseFormProps = {
  account: AccountDto;
  workspace: string;
  /** What the reader came from: "silence", "answer:" or "complaint:" with its id. */
  about: string | null;
};

const USUAL_DAYS = 7;

/** One follow-up on one signal: what, who, until when. */
export function OpenCaseForm({ account, workspace, about }: OpenCaseFormProps) {
  const t = useTranslations("account.cases");
  const complaints = account.cases.filter(
    ({ kind, closedOn, isFollowedUp }) =>
      kind === "complaint" && closedOn === null && !isFollowedUp,
  );
  const options = [
    { value: "other", label: t("abouts.other") },
    { value: "silence", label: t("abouts.silence") },
    ...complaints.map(({ id, text }) => ({
      value: `complaint:${id}`,
      label: t("abouts.complaint", { text: text ?? t("kinds.complaint") }),
    })),
    ...(about?.startsWith("answer:") ? [{ value: about, label: t("abouts.answer") }] : []),
  ];
  const given = options.find(({ value }) => value === about);
  return (
    <ActionForm action={openCaseAction} workspace={workspace} aria-label={t("open")}>
      <input type="hidden" name="accountId" value={account.id} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="about" label={t("about")}>
          <Select options={options} defaultValue={given?.value ?? "other"} />
        </Field>
        <Field name="note" label={t("what")} className="sm:col-span-2">
          <TextInput autoFocus maxLength={500} />
        </Field>
        <Field name="ownerId" label={t("who")}>
          <Select
            defaultValue={account.owner?.id ?? ""}
            options={[
              { value: "", label: t("me") },
              ...account.employees.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <Field name="dueOn" label={t("until")}>
          <TextInput
            type="date"
            min={account.asOf}
            defaultValue={addDays(account.asOf, USUAL_DAYS)}
          />
        </Field>
      </div>
      <div>
        <SubmitButton pending={t("opening")}>{t("open")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

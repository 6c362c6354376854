import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox, CheckboxGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import { DRIVER_ITEMS } from "@/lib/accounts/driver-items";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { logTouchAction } from "../../actions";

type LogTouchFormProps = {
  account: AccountDto;
  workspace: string;
  today: string;
  kind: "call" | "thanks";
};

const KINDS = ["call", "meeting", "visit", "interview", "email", "note", "thanks"] as const;

/** What the customer praised and criticised, for the page of drivers. */
function InterviewCodes() {
  const t = useTranslations("account.log");
  const item = useTranslations("drivers.items");
  const options = DRIVER_ITEMS.map((value) => ({ value, label: item(value) }));
  return (
    <details>
      <summary className="w-fit cursor-pointer text-sm font-semibold">{t("codes")}</summary>
      <p className="mt-1 text-sm text-ink-3">{t("codesHint")}</p>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <CheckboxGroup name="praisedDrivers" legend={t("praised")} options={options} />
        <CheckboxGroup name="criticisedDrivers" legend={t("criticised")} options={options} />
      </div>
    </details>
  );
}

/** A contact with the customer, and what is next: a dated next step takes the account off the list until then. */
export function LogTouchForm({ account, workspace, today, kind }: LogTouchFormProps) {
  const t = useTranslations("account.log");
  const title = useTranslations("account.panel")("log");
  const people = account.people.filter((person) => person.leftOn === null);
  return (
    <ActionForm
      action={logTouchAction}
      workspace={workspace}
      aria-label={title}
      success={t("success")}
    >
      <input type="hidden" name="accountId" value={account.id} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="kind" label={t("kind")}>
          <Select
            autoFocus
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            defaultValue={kind}
          />
        </Field>
        <Field name="happenedOn" label={t("when")}>
          <TextInput type="date" defaultValue={today} max={today} />
        </Field>
        <Field name="contactId" label={t("with")} optional>
          <Select
            options={[
              { value: "", label: t("nobody") },
              ...people.map((person) => ({ value: person.id, label: person.name })),
            ]}
          />
        </Field>
      </div>
      <Checkbox
        name="isTwoWay"
        label={t("twoWay")}
        hint={t("twoWayHint")}
        defaultChecked={kind === "call"}
      />
      <Field name="note" label={t("said")} optional>
        <Textarea rows={3} />
      </Field>
      <InterviewCodes />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="nextStep" label={t("nextStep")} optional className="sm:col-span-2">
          <TextInput />
        </Field>
        <Field name="nextStepOn" label={t("by")} optional hint={t("byHint")}>
          <TextInput type="date" min={today} />
        </Field>
      </div>
      <div>
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

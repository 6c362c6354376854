import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea, TextInput } from "@/components/ui/text-input";
import type { AccountDto } from "@/lib/loyalty/account-page.types";
import { logTouchAction } from "../../actions";

type LogTouchFormProps = { account: AccountDto; workspace: string; today: string };

const KINDS = [
  { value: "call", label: "Call" },
  { value: "meeting", label: "Meeting" },
  { value: "visit", label: "Visit" },
  { value: "email", label: "E-mail" },
  { value: "note", label: "Note to self" },
];

/** A contact with the customer, and what is next: a dated next step takes the account off the list until then. */
export function LogTouchForm({ account, workspace, today }: LogTouchFormProps) {
  const people = account.people.filter((person) => person.leftOn === null);
  return (
    <ActionForm
      action={logTouchAction}
      workspace={workspace}
      aria-label="Log a contact"
      success="Logged. It stands in the timeline, and the figures follow."
    >
      <input type="hidden" name="accountId" value={account.id} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="kind" label="What it was">
          <Select options={KINDS} defaultValue="call" />
        </Field>
        <Field name="happenedOn" label="When">
          <TextInput type="date" defaultValue={today} max={today} />
        </Field>
        <Field name="contactId" label="With" optional>
          <Select
            options={[
              { value: "", label: "Nobody in particular" },
              ...people.map((person) => ({ value: person.id, label: person.name })),
            ]}
          />
        </Field>
      </div>
      <Checkbox
        name="isTwoWay"
        label="They took part: we spoke, or they wrote back"
        hint="Counts as a sign from the customer. A message left unanswered does not."
        defaultChecked
      />
      <Field name="note" label="What was said" optional>
        <Textarea rows={3} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="nextStep" label="Next step" optional className="sm:col-span-2">
          <TextInput />
        </Field>
        <Field name="nextStepOn" label="By" optional hint="Rests until then">
          <TextInput type="date" min={today} />
        </Field>
      </div>
      <div>
        <SubmitButton pending="Logging">Log it</SubmitButton>
      </div>
    </ActionForm>
  );
}

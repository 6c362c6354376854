import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { SendingDto } from "@/lib/surveys/mail/sending.types";
import { type AskingSettings, SENDING_MODES } from "@/lib/workspaces/asking-settings";
import { countryName, MODE_WORDS, USUAL_COUNTRIES, WORDS as W } from "./_words";
import { updateSendingAction } from "./actions";

type FormProps = { workspace: string; sending: SendingDto };
type SettingsProps = { settings: AskingSettings };

const MODES = SENDING_MODES.map((value) => ({
  value,
  label: MODE_WORDS[value].name,
  hint: MODE_WORDS[value].hint,
}));
const COUNTRY_MODES = [
  { value: "", label: W.asElsewhere },
  ...SENDING_MODES.map((value) => ({ value, label: MODE_WORDS[value].name })),
];

function CountryModes({ settings }: SettingsProps) {
  const { modeByCountry } = settings;
  const others = Object.keys(modeByCountry).filter((code) => !USUAL_COUNTRIES.includes(code));
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{W.byCountry}</legend>
      <p className="text-sm text-ink-3">{W.byCountryHint}</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        {[...USUAL_COUNTRIES, ...others.sort()].map((code) => (
          <Field key={code} name={`mode-${code}`} label={countryName(code)}>
            <Select options={COUNTRY_MODES} defaultValue={modeByCountry[code] ?? ""} />
          </Field>
        ))}
      </div>
      <div className="mt-3 grid gap-3 sm:grid-cols-3">
        <Field name="otherCountry" label={W.otherCountry} hint={W.otherCountryHint} optional>
          <TextInput maxLength={2} className="max-w-24" />
        </Field>
        <Field name="otherMode" label={W.mode}>
          <Select options={COUNTRY_MODES} />
        </Field>
      </div>
    </fieldset>
  );
}

function Words({ settings }: SettingsProps) {
  return (
    <>
      <Field name="senderName" label={W.senderName} hint={W.senderNameHint} optional>
        <TextInput maxLength={80} defaultValue={settings.senderName ?? ""} />
      </Field>
      <Field name="privacyUrl" label={W.privacyUrl} hint={W.privacyUrlHint} optional>
        <TextInput type="url" defaultValue={settings.privacyUrl ?? ""} />
      </Field>
      <div>
        <Checkbox
          name="hidesNames"
          label={W.hidesNames}
          hint={W.hidesNamesHint}
          defaultChecked={settings.hidesNames}
        />
        <Checkbox
          name="sendsReceipt"
          label={W.sendsReceipt}
          hint={W.sendsReceiptHint}
          defaultChecked={settings.sendsReceipt}
        />
      </div>
    </>
  );
}

function Limits({ settings }: SettingsProps) {
  const percent = (share: number) => Number((share * 100).toFixed(3));
  const fields = [
    ["pauseAtBounceShare", W.bounceShare, percent(settings.pauseAtBounceShare), "0.1"],
    ["pauseAtComplaintShare", W.complaintShare, percent(settings.pauseAtComplaintShare), "0.01"],
    ["pauseFromSends", W.fromSends, settings.pauseFromSends, "1"],
  ] as const;
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{W.pause}</legend>
      <div className="mt-2 grid items-end gap-3 sm:grid-cols-3">
        {fields.map(([name, label, value, step]) => (
          <Field key={name} name={name} label={label}>
            <TextInput type="number" min={0} step={step} defaultValue={value} />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

function NotNeutral({ workspace, sending }: FormProps) {
  if (sending.notNeutral.length === 0) return null;
  return (
    <Notice kind="warning" title={W.notNeutral} className="mb-4">
      <p>{W.notNeutralNote}</p>
      <ul className="mt-1 list-disc pl-5">
        {sending.notNeutral.map((survey) => (
          <li key={survey.surveyId}>
            <Link href={`/w/${workspace}/surveys/${survey.surveyId}`} className="underline">
              {survey.name}
            </Link>
            : {W.problemsOf(survey)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function MailForm({ workspace, sending }: FormProps) {
  const { settings } = sending;
  return (
    <Card id="mails" title={W.mails} note={W.mailsNote}>
      <NotNeutral workspace={workspace} sending={sending} />
      <ActionForm
        action={updateSendingAction}
        workspace={workspace}
        success={W.saved}
        keepsValues
        className="max-w-2xl"
        aria-label={W.mails}
      >
        <RadioGroup name="mode" legend={W.mode} options={MODES} defaultValue={settings.mode} />
        <CountryModes settings={settings} />
        <Words settings={settings} />
        <Limits settings={settings} />
        <Field name="reason" label={W.reason} required>
          <TextInput maxLength={300} />
        </Field>
        <div>
          <SubmitButton pending={W.saving}>{W.save}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

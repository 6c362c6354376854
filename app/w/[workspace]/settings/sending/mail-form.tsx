import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { SendingDto } from "@/lib/surveys/mail/sending.types";
import { type AskingSettings, SENDING_MODES } from "@/lib/workspaces/asking-settings";
import { updateSendingAction } from "./actions";
import { countriesByName } from "./countries-by-name";

type FormProps = { workspace: string; sending: SendingDto };
type SettingsProps = { settings: AskingSettings };

function CountryModes({ settings }: SettingsProps) {
  const t = useTranslations("settings.sending");
  const locale = useLocale();
  const { modeByCountry } = settings;
  const modes = [
    { value: "", label: t("asElsewhere") },
    ...SENDING_MODES.map((value) => ({ value, label: t(`modes.${value}.name`) })),
  ];
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{t("byCountry")}</legend>
      <p className="text-sm text-ink-3">{t("byCountryHint")}</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        {countriesByName(Object.keys(modeByCountry), locale).map(({ code, name }) => (
          <Field key={code} name={`mode-${code}`} label={name}>
            <Select options={modes} defaultValue={modeByCountry[code] ?? ""} />
          </Field>
        ))}
      </div>
      <div className="mt-3 grid gap-3 sm:grid-cols-3">
        <Field name="otherCountry" label={t("otherCountry")} hint={t("otherCountryHint")} optional>
          <TextInput maxLength={2} className="max-w-24" />
        </Field>
        <Field name="otherMode" label={t("mode")}>
          <Select options={modes} />
        </Field>
      </div>
    </fieldset>
  );
}

function Words({ settings }: SettingsProps) {
  const t = useTranslations("settings.sending");
  return (
    <>
      <Field name="senderName" label={t("senderName")} hint={t("senderNameHint")} optional>
        <TextInput maxLength={80} defaultValue={settings.senderName ?? ""} />
      </Field>
      <Field name="privacyUrl" label={t("privacyUrl")} hint={t("privacyUrlHint")} optional>
        <TextInput type="url" defaultValue={settings.privacyUrl ?? ""} />
      </Field>
      <div>
        <Checkbox
          name="hidesNames"
          label={t("hidesNames")}
          hint={t("hidesNamesHint")}
          defaultChecked={settings.hidesNames}
        />
        <Checkbox
          name="sendsReceipt"
          label={t("sendsReceipt")}
          hint={t("sendsReceiptHint")}
          defaultChecked={settings.sendsReceipt}
        />
      </div>
    </>
  );
}

function Limits({ settings }: SettingsProps) {
  const t = useTranslations("settings.sending");
  const percent = (share: number) => Number((share * 100).toFixed(3));
  const fields = [
    ["pauseAtBounceShare", t("bounceShare"), percent(settings.pauseAtBounceShare), "0.1"],
    ["pauseAtComplaintShare", t("complaintShare"), percent(settings.pauseAtComplaintShare), "0.01"],
    ["pauseFromSends", t("fromSends"), settings.pauseFromSends, "1"],
  ] as const;
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{t("pause")}</legend>
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
  const t = useTranslations("settings.sending");
  if (sending.notNeutral.length === 0) return null;
  return (
    <Notice kind="warning" title={t("notNeutral")} className="mb-4">
      <p>{t("notNeutralNote")}</p>
      <ul className="mt-1 list-disc pl-5">
        {sending.notNeutral.map((survey) => (
          <li key={survey.surveyId}>
            <Link href={`/w/${workspace}/surveys/${survey.surveyId}`} className="underline">
              {survey.name}
            </Link>
            {": "}
            {survey.problems
              .map(({ field, ...problem }) => t(`problemOf.${field}`, problem))
              .join(", ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function MailForm({ workspace, sending }: FormProps) {
  const t = useTranslations("settings.sending");
  const common = useTranslations("settings");
  const { settings } = sending;
  const modes = SENDING_MODES.map((value) => ({
    value,
    label: t(`modes.${value}.name`),
    hint: t(`modes.${value}.hint`),
  }));
  return (
    <Card id="mails" title={t("mails")} note={t("mailsNote")}>
      <NotNeutral workspace={workspace} sending={sending} />
      <ActionForm
        action={updateSendingAction}
        workspace={workspace}
        success={common("saved")}
        keepsValues
        className="max-w-2xl"
        aria-label={t("mails")}
      >
        <RadioGroup name="mode" legend={t("mode")} options={modes} defaultValue={settings.mode} />
        <CountryModes settings={settings} />
        <Words settings={settings} />
        <Limits settings={settings} />
        <Field name="reason" label={common("reason")} required>
          <TextInput maxLength={300} />
        </Field>
        <div>
          <SubmitButton pending={common("saving")}>{common("save")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}

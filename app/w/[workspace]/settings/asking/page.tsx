import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";
import { getAskingSettings } from "@/lib/workspaces/get-asking-settings";
import { pageCtx } from "../../page-ctx";
import { SettingHistory } from "../setting-history";
import { SettingsFrame } from "../settings-frame";
import { updateRhythmAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.asking");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };

function RhythmForm({ workspace, settings }: { workspace: string; settings: AskingSettings }) {
  const t = useTranslations("settings.asking");
  const common = useTranslations("settings");
  const { workingHours } = settings;
  return (
    <ActionForm
      action={updateRhythmAction}
      workspace={workspace}
      success={common("saved")}
      aria-label={t("title")}
      keepsValues
      className="max-w-xl"
    >
      <Field name="contactIntervalDays" label={t("interval")} hint={t("intervalHint")} required>
        <TextInput
          type="number"
          min={7}
          max={365}
          defaultValue={settings.contactIntervalDays}
          className="max-w-28"
        />
      </Field>
      <Field name="accountAsksPerQuarter" label={t("budget")} hint={t("budgetHint")} required>
        <TextInput
          type="number"
          min={1}
          max={100}
          defaultValue={settings.accountAsksPerQuarter}
          className="max-w-28"
        />
      </Field>
      <div>
        <Checkbox
          name="keepsWorkingHours"
          label={t("hours")}
          hint={t("hoursHint")}
          defaultChecked={settings.keepsWorkingHours}
        />
        <div className="mt-1 flex gap-3 pl-6.5">
          <Field name="hoursFrom" label={t("from")}>
            <TextInput type="time" defaultValue={workingHours.from} className="max-w-32" />
          </Field>
          <Field name="hoursUntil" label={t("until")}>
            <TextInput type="time" defaultValue={workingHours.until} className="max-w-32" />
          </Field>
        </div>
      </div>
      <Checkbox
        name="quietWeeks"
        label={t("quiet")}
        hint={t("quietHint")}
        defaultChecked={settings.quietWeeks}
      />
      <Field name="reason" label={common("reason")} required>
        <TextInput maxLength={300} />
      </Field>
      <div>
        <SubmitButton pending={common("saving")}>{common("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Facts({ settings }: { settings: AskingSettings }) {
  const t = useTranslations("settings.asking");
  const { from, until } = settings.workingHours;
  const facts = [
    [t("interval"), settings.contactIntervalDays],
    [t("budget"), settings.accountAsksPerQuarter],
    [t("hours"), settings.keepsWorkingHours ? `${from}–${until}` : t("no")],
    [t("quiet"), settings.quietWeeks ? t("yes") : t("no")],
  ] as const;
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
      {facts.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export default async function AskingSettingsPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.asking");
  const view = await getAskingSettings({ ctx });
  return (
    <SettingsFrame workspace={workspace} current="asking">
      {view.isDemo ? <Notice>{t("demo")}</Notice> : null}
      <Card id="rhythm" title={t("title")} note={t("note")}>
        {view.canChange ? (
          <RhythmForm workspace={workspace} settings={view.settings} />
        ) : (
          <Facts settings={view.settings} />
        )}
      </Card>
      <Card id="history" title={t("history")}>
        <SettingHistory history={view.history} locale={ctx.locale} never={t("none")} />
      </Card>
    </SettingsFrame>
  );
}

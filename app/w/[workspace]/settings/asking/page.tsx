import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "@/lib/format/date";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";
import { type AskingSettingsDto, getAskingSettings } from "@/lib/workspaces/get-asking-settings";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { updateRhythmAction } from "./actions";
import { WORDS as W } from "./asking-words";

export const metadata: Metadata = { title: W.title };

type Props = { params: Promise<{ workspace: string }> };

function RhythmForm({ workspace, settings }: { workspace: string; settings: AskingSettings }) {
  const { workingHours } = settings;
  return (
    <ActionForm
      action={updateRhythmAction}
      workspace={workspace}
      success={W.saved}
      aria-label={W.title}
      keepsValues
      className="max-w-xl"
    >
      <Field name="contactIntervalDays" label={W.interval} hint={W.intervalHint} required>
        <TextInput
          type="number"
          min={7}
          max={365}
          defaultValue={settings.contactIntervalDays}
          className="max-w-28"
        />
      </Field>
      <Field name="accountAsksPerQuarter" label={W.budget} hint={W.budgetHint} required>
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
          label={W.hours}
          hint={W.hoursHint}
          defaultChecked={settings.keepsWorkingHours}
        />
        <div className="mt-1 flex gap-3 pl-6.5">
          <Field name="hoursFrom" label={W.from}>
            <TextInput type="time" defaultValue={workingHours.from} className="max-w-32" />
          </Field>
          <Field name="hoursUntil" label={W.until}>
            <TextInput type="time" defaultValue={workingHours.until} className="max-w-32" />
          </Field>
        </div>
      </div>
      <Checkbox
        name="quietWeeks"
        label={W.quiet}
        hint={W.quietHint}
        defaultChecked={settings.quietWeeks}
      />
      <Field name="reason" label={W.reason} required>
        <TextInput maxLength={300} />
      </Field>
      <div>
        <SubmitButton pending={W.saving}>{W.save}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Facts({ settings }: { settings: AskingSettings }) {
  const { from, until } = settings.workingHours;
  const facts = [
    [W.interval, settings.contactIntervalDays],
    [W.budget, settings.accountAsksPerQuarter],
    [W.hours, settings.keepsWorkingHours ? `${from}–${until}` : W.no],
    [W.quiet, settings.quietWeeks ? W.yes : W.no],
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

function History({ history, locale }: Pick<AskingSettingsDto, "history"> & { locale: string }) {
  if (history.length === 0) return <p className="text-ink-2">{W.none}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {history.map((entry) => (
        <li key={`${entry.validFrom}${entry.reason}`}>
          {formatDay(entry.validFrom, locale)}, {entry.authorName ?? W.somebody}: {entry.reason}
        </li>
      ))}
    </ul>
  );
}

export default async function AskingSettingsPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const view = await getAskingSettings({ ctx });
  return (
    <SettingsFrame workspace={workspace} current="asking">
      {view.isDemo ? <Notice>{W.demo}</Notice> : null}
      <Card id="rhythm" title={W.title} note={W.note}>
        {view.canChange ? (
          <RhythmForm workspace={workspace} settings={view.settings} />
        ) : (
          <Facts settings={view.settings} />
        )}
      </Card>
      <Card id="history" title={W.history}>
        <History history={view.history} locale={ctx.locale} />
      </Card>
    </SettingsFrame>
  );
}

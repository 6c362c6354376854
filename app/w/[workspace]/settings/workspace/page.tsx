import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import {
  getWorkspaceSettings,
  type WorkspaceSettings,
} from "@/lib/workspaces/get-workspace-settings";
import { currencyChoices, localeChoices, timeZoneChoices } from "@/lib/workspaces/setting-choices";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { updateWorkspaceAction } from "./actions";

export const metadata: Metadata = { title: "Workspace settings" };

type Props = { params: Promise<{ workspace: string }> };

function Currency({ settings }: { settings: WorkspaceSettings }) {
  if (settings.isCurrencyLocked) {
    return (
      <div>
        <p className="text-sm font-semibold">Currency of all figures</p>
        <p>{settings.currency}</p>
        <p className="text-sm text-ink-3">Locked, because amounts are recorded already.</p>
      </div>
    );
  }
  return (
    <Field
      name="currency"
      label="Currency of all figures"
      hint="It is locked from the first amount on."
    >
      <Select options={currencyChoices()} defaultValue={settings.currency} />
    </Field>
  );
}

function Fields({ settings }: { settings: WorkspaceSettings }) {
  return (
    <>
      <Field name="name" label="Name" required>
        <TextInput defaultValue={settings.name} />
      </Field>
      <Currency settings={settings} />
      <Field name="timeZone" label="Time zone" hint="It decides the day and month of an answer.">
        <Select options={timeZoneChoices()} defaultValue={settings.timeZone} />
      </Field>
      <Field name="locale" label="Language" hint="Numbers and dates follow it.">
        <Select options={localeChoices()} defaultValue={settings.locale} />
      </Field>
      <Field name="country" label="Country" hint="Two letters, such as DK." optional>
        <TextInput defaultValue={settings.country ?? ""} maxLength={2} className="max-w-24" />
      </Field>
      <Field
        name="figuresAsOf"
        label="Show figures as of"
        hint="For data that ended in the past. Empty: today."
        optional
      >
        <TextInput type="date" defaultValue={settings.figuresAsOf ?? ""} className="max-w-48" />
      </Field>
    </>
  );
}

function Facts({ settings }: { settings: WorkspaceSettings }) {
  const facts = [
    ["Name", settings.name],
    ["Currency of all figures", settings.currency],
    ["Time zone", settings.timeZone.replaceAll("_", " ")],
    ["Figures as of", settings.figuresAsOf ?? "today"],
  ];
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

export default async function WorkspaceSettingsPage({ params }: Props) {
  const { workspace } = await params;
  const settings = await getWorkspaceSettings({ ctx: await pageCtx(workspace) });
  return (
    <SettingsFrame workspace={workspace} current="workspace">
      <Card id="workspace" title="Workspace" note={`Its address is /w/${settings.slug}.`}>
        {settings.canChange ? (
          <ActionForm
            action={updateWorkspaceAction}
            workspace={workspace}
            success="Saved."
            keepsValues
            className="max-w-md"
            aria-label="Workspace"
          >
            <Fields settings={settings} />
            <div>
              <SubmitButton pending="Saving…">Save</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <Facts settings={settings} />
        )}
      </Card>
    </SettingsFrame>
  );
}

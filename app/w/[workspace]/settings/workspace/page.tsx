import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "@/lib/format/date";
import {
  getWorkspaceSettings,
  type WorkspaceSettings,
} from "@/lib/workspaces/get-workspace-settings";
import { currencyChoices, localeChoices, timeZoneChoices } from "@/lib/workspaces/setting-choices";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { updateWorkspaceAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.workspace");
  return { title: t("pageTitle") };
}

type Props = { params: Promise<{ workspace: string }> };

function Currency({ settings }: { settings: WorkspaceSettings }) {
  const t = useTranslations("settings.workspace");
  const locale = useLocale();
  if (settings.isCurrencyLocked) {
    return (
      <div>
        <p className="text-sm font-semibold">{t("currency")}</p>
        <p>{settings.currency}</p>
        <p className="text-sm text-ink-3">{t("currencyLocked")}</p>
      </div>
    );
  }
  return (
    <Field name="currency" label={t("currency")} hint={t("currencyHint")}>
      <Select options={currencyChoices(locale)} defaultValue={settings.currency} />
    </Field>
  );
}

function Fields({ settings }: { settings: WorkspaceSettings }) {
  const t = useTranslations("settings.workspace");
  const common = useTranslations("settings");
  return (
    <>
      <Field name="name" label={common("name")} required>
        <TextInput defaultValue={settings.name} />
      </Field>
      <Currency settings={settings} />
      <Field name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")}>
        <Select options={timeZoneChoices()} defaultValue={settings.timeZone} />
      </Field>
      <Field name="locale" label={t("language")} hint={t("languageHint")}>
        <Select options={localeChoices()} defaultValue={settings.locale} />
      </Field>
      <Field name="country" label={t("country")} hint={t("countryHint")} optional>
        <TextInput defaultValue={settings.country ?? ""} maxLength={2} className="max-w-24" />
      </Field>
      <Field name="figuresAsOf" label={t("figuresAsOf")} hint={t("figuresAsOfHint")} optional>
        <TextInput type="date" defaultValue={settings.figuresAsOf ?? ""} className="max-w-48" />
      </Field>
    </>
  );
}

function Facts({ settings }: { settings: WorkspaceSettings }) {
  const t = useTranslations("settings.workspace");
  const common = useTranslations("settings");
  const locale = useLocale();
  const { figuresAsOf } = settings;
  const facts = [
    [common("name"), settings.name],
    [t("currency"), settings.currency],
    [t("timeZone"), settings.timeZone.replaceAll("_", " ")],
    [t("asOf"), figuresAsOf === null ? t("today") : formatDay(figuresAsOf, locale)],
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
  const t = await getTranslations("settings.workspace");
  const common = await getTranslations("settings");
  return (
    <SettingsFrame workspace={workspace} current="workspace">
      <Card
        id="workspace"
        title={t("title")}
        note={t("address", { address: `/w/${settings.slug}` })}
      >
        {settings.canChange ? (
          <ActionForm
            action={updateWorkspaceAction}
            workspace={workspace}
            success={common("saved")}
            keepsValues
            className="max-w-md"
            aria-label={t("title")}
          >
            <Fields settings={settings} />
            <div>
              <SubmitButton pending={common("saving")}>{common("save")}</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <Facts settings={settings} />
        )}
      </Card>
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import { EVERY_DATE } from "@/lib/loyalty/map-settings/every-date";
import {
  getMapSettings,
  type MapSettingsDto,
  type RhythmDto,
} from "@/lib/loyalty/map-settings/get-map-settings";
import { workspacePath } from "../../_loyalty/paths";
import { readParams, type SearchParams } from "../../_loyalty/search-params";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { SettingHistory } from "../setting-history";
import { SettingsFrame } from "../settings-frame";
import { updateMapSettingsAction } from "./actions";
import { MAP_FIELDS, MapFields, type MapSettings, settingWord } from "./map-fields";
import { MapPreview } from "./map-preview";

type Props = { params: Promise<{ workspace: string }>; searchParams: SearchParams };
type ViewProps = { view: MapSettingsDto; locale: string; workspace: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.map");
  return { title: t("title") };
}

/** How often the late line was wrong about these accounts' own past. */
function RhythmLine({ rhythm, locale }: { rhythm: RhythmDto; locale: string }) {
  const t = useTranslations("settings.map");
  const { late, lost } = rhythm;
  if (late.value === null) return <p className="mt-3 text-sm text-ink-2">{t("rhythmNone")}</p>;
  return (
    <p className="mt-3 text-sm text-ink-2">
      {t("rhythm", {
        count: late.n,
        late: formatPercent(late.value, locale, 1),
        lost: formatPercent(lost.value, locale, 1),
      })}
    </p>
  );
}

function Conventions({ view, locale, workspace }: ViewProps) {
  const t = useTranslations("settings.map");
  const shown = view.proposed?.settings ?? view.settings;
  if (!view.canChange) {
    return (
      <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
        {MAP_FIELDS.map((name) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-3">{t(`fields.${name}.label`)}</dt>
            <dd>{settingWord(view.settings, name, locale)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <form
      action={`${workspacePath(workspace, "settings/map")}#preview`}
      aria-label={t("title")}
      className="flex flex-col gap-4"
    >
      <MapFields settings={shown} locale={locale} />
      <div>
        <Button type="submit" kind="primary">
          {t("show")}
        </Button>
      </div>
    </form>
  );
}

function SaveForm({ settings, workspace }: { settings: MapSettings; workspace: string }) {
  const t = useTranslations("settings.map");
  const common = useTranslations("settings");
  return (
    <ActionForm
      action={updateMapSettingsAction}
      workspace={workspace}
      aria-label={t("saveTitle")}
      className="mt-5 max-w-xl border-t border-line pt-4"
    >
      {MAP_FIELDS.map((name) => (
        <input key={name} type="hidden" name={name} value={String(settings[name])} />
      ))}
      <RadioGroup
        name="from"
        legend={t("holds")}
        defaultValue="now"
        options={[
          { value: "now", label: t("now"), hint: t("nowHint") },
          { value: "start", label: t("start"), hint: t("startHint") },
        ]}
      />
      <Field name="reason" label={common("reason")} required>
        <TextInput maxLength={300} />
      </Field>
      <div>
        <SubmitButton pending={common("saving")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function fieldsOf(params: Record<string, string | undefined>) {
  return Object.fromEntries(
    MAP_FIELDS.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]]])),
  );
}

export default async function MapSettingsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.map");
  const input = fieldsOf(await readParams(searchParams));
  const view = await orNotFound(getMapSettings({ ctx, input }));
  const { proposed } = view;
  const { locale } = ctx;
  return (
    <SettingsFrame workspace={workspace} current="map">
      <Card id="conventions" title={t("title")} note={t("note")}>
        <Conventions view={view} locale={locale} workspace={workspace} />
        <RhythmLine rhythm={proposed?.rhythm ?? view.rhythm} locale={locale} />
      </Card>
      {proposed === null ? null : (
        <Card
          id="preview"
          title={t("preview.title")}
          note={t("preview.note", { date: formatDay(view.asOf, locale) })}
        >
          <MapPreview
            preview={proposed.preview}
            locale={locale}
            currency={view.currency}
            workspace={workspace}
          />
          {view.canChange ? <SaveForm settings={proposed.settings} workspace={workspace} /> : null}
        </Card>
      )}
      <Card id="history" title={t("history")}>
        <SettingHistory
          history={view.history}
          locale={locale}
          never={t("never")}
          dayWords={(day) => (day === EVERY_DATE ? t("everyDate") : formatDay(day, locale))}
        />
      </Card>
    </SettingsFrame>
  );
}

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { joinWords } from "@/lib/format/count";
import { formatMonth } from "@/lib/format/date";
import { staffWords } from "@/lib/i18n/staff-words";
import type { WavePreviewDto } from "@/lib/surveys/waves/preview-wave";
import { sendWaveAction } from "../actions";
import { PreviewTable } from "./preview-table";
import type { SelectionQuery } from "./selection-query";

type SendFormProps = {
  workspace: string;
  locale: string;
  view: WavePreviewDto;
  selection: NonNullable<WavePreviewDto["selection"]>;
  query: SelectionQuery;
};

function skippedWords(skipped: SendFormProps["selection"]["skipped"], locale: string): string {
  const t = staffWords(locale, "asking");
  if (skipped.length === 0) return t("newWave.nobodySkipped");
  const each = skipped.map(({ reason, people }) =>
    t("newWave.skippedFor", { people, reason: t(`skips.${reason}`) }),
  );
  const people = skipped.reduce((sum, one) => sum + one.people, 0);
  return t("newWave.skipped", { people, reasons: joinWords(each, locale) });
}

function Hidden({ view, query }: Pick<SendFormProps, "view" | "query">) {
  const surveyId = query.surveyId || (view.surveys[0]?.id ?? "");
  const fields: [string, string][] = [
    ["waveId", view.waveId],
    ["surveyId", surveyId],
    ["q", query.q],
    ["segmentId", query.segmentId],
    ["asksDespiteInterval", query.asksDespiteInterval ? "1" : ""],
    ...query.roles.map((role): [string, string] => ["roles[]", role]),
    ...query.accountIds.map((id): [string, string] => ["accountIds[]", id]),
    ...query.contactIds.map((id): [string, string] => ["contactIds[]", id]),
  ];
  return fields.map(([name, value]) => (
    <input key={`${name}${value}`} type="hidden" name={name} value={value} />
  ));
}

export function SendForm({ workspace, locale, view, selection, query }: SendFormProps) {
  const survey = view.surveys.find(({ id }) => id === query.surveyId) ?? view.surveys[0];
  const t = useTranslations("asking.newWave");
  const asked = { people: selection.asked, accounts: selection.accounts };
  return (
    <Card
      id="preview"
      title={selection.asked === 0 ? t("nobodyAsked") : t("peopleAt", asked)}
      note={skippedWords(selection.skipped, locale)}
    >
      <ActionForm action={sendWaveAction} workspace={workspace} aria-label={t("send")}>
        <Hidden view={view} query={query} />
        {selection.asked > 0 ? (
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name="name" label={t("name")} required>
              <TextInput
                defaultValue={t("nameOf", {
                  survey: survey?.name ?? "",
                  month: formatMonth(view.today, locale),
                })}
                maxLength={120}
              />
            </Field>
            <Field name="closesOn" label={t("closesOn")} required>
              <TextInput type="date" defaultValue={view.closesOn} min={view.today} />
            </Field>
            <Field name="reminderAfterDays" label={t("reminder")} hint={t("reminderHint")} optional>
              <TextInput type="number" min={1} max={60} defaultValue={7} />
            </Field>
            {survey?.scope === "touchpoint" ? (
              <Field
                name="touchpointOn"
                label={t("dayOf", { touchpoint: survey.touchpointName ?? "" })}
                required
              >
                <TextInput type="date" max={view.today} />
              </Field>
            ) : null}
          </div>
        ) : null}
        <PreviewTable people={selection.people} locale={locale} />
        {selection.hasMorePeople ? <p className="text-sm text-ink-2">{t("more")}</p> : null}
        {selection.asked > 0 ? (
          <div>
            <ConfirmButton
              label={t("sendTo", { people: selection.asked })}
              question={t("sendQuestion")}
              kind="primary"
            >
              {t("sendNote", asked)}
            </ConfirmButton>
          </div>
        ) : null}
      </ActionForm>
    </Card>
  );
}

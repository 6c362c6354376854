import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { formatCount, joinWords } from "@/lib/format/count";
import { formatMonth } from "@/lib/format/date";
import type { WavePreviewDto } from "@/lib/surveys/waves/preview-wave";
import { SKIP_WORDS } from "@/lib/surveys/waves/skip-reason";
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

function skippedWords(skipped: SendFormProps["selection"]["skipped"]): string {
  if (skipped.length === 0) return "Nobody is skipped.";
  const each = skipped.map(({ reason, people }) => `${people} ${SKIP_WORDS[reason]}`);
  const total = skipped.reduce((sum, { people }) => sum + people, 0);
  return `${formatCount(total, "person is", "people are")} skipped: ${joinWords(each)}.`;
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
  const asked = formatCount(selection.asked, "person", "people", locale);
  const accounts = formatCount(selection.accounts, "account", "accounts", locale);
  return (
    <Card
      id="preview"
      title={selection.asked === 0 ? "Nobody would be asked" : `${asked} at ${accounts}`}
      note={skippedWords(selection.skipped)}
    >
      <ActionForm action={sendWaveAction} workspace={workspace} aria-label="Send the wave">
        <Hidden view={view} query={query} />
        {selection.asked > 0 ? (
          <div className="grid gap-4 sm:grid-cols-3">
            <Field name="name" label="Name of the wave" required>
              <TextInput
                defaultValue={`${survey?.name ?? ""}, ${formatMonth(view.today, "en")}`}
                maxLength={120}
              />
            </Field>
            <Field name="closesOn" label="Last day to answer" required>
              <TextInput type="date" defaultValue={view.closesOn} min={view.today} />
            </Field>
            <Field
              name="reminderAfterDays"
              label="Reminder after days"
              hint="Once, to who has not answered. Empty: none."
              optional
            >
              <TextInput type="number" min={1} max={60} defaultValue={7} />
            </Field>
            {survey?.scope === "touchpoint" ? (
              <Field name="touchpointOn" label={`Day of “${survey.touchpointName}”`} required>
                <TextInput type="date" max={view.today} />
              </Field>
            ) : null}
          </div>
        ) : null}
        <PreviewTable people={selection.people} locale={locale} />
        {selection.hasMorePeople ? (
          <p className="text-sm text-ink-2">
            The first 300 are listed. Everybody of the selection is asked, listed or not.
          </p>
        ) : null}
        {selection.asked > 0 ? (
          <div>
            <ConfirmButton label={`Send to ${asked}`} question="Send this wave?" kind="primary">
              {asked} at {accounts} will be written to, less those ticked under “Leave out”. A mail
              that is on its way cannot be taken back.
            </ConfirmButton>
          </div>
        ) : null}
      </ActionForm>
    </Card>
  );
}

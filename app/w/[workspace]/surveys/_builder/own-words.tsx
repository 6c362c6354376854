import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import type { SurveyStart } from "@/lib/surveys/design/get-survey-editor";
import { stepsOf } from "@/lib/surveys/design/question-codes";
import type { SurveyPreviewDto } from "@/lib/surveys/preview/preview-survey";
import type { Draft } from "./read-draft";

type Props = {
  start: SurveyStart;
  draft: Draft;
  /** The one being edited; the others stay in the form, out of sight. */
  language: Language;
  standard: SurveyPreviewDto["standard"] | null;
};

const TEXTS = [
  ["question", 300],
  ["comment", 200],
  ["thanks", 400],
  ["subject", 120],
  ["purpose", 400],
] as const;

function StepLabels({ start, draft, of }: Props & { of: Language }) {
  const t = useTranslations("surveys.builder");
  const known = start.options.texts[of]?.labels ?? [];
  const steps = stepsOf(/^\d/.test(draft.scale) ? draft.scale : "1-5");
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{t("stepsLegend")}</legend>
      <div className="mt-1 grid gap-2 sm:grid-cols-2">
        {steps.map((step, i) => {
          const isBest = step === steps.length;
          const label = t(step === 1 ? "stepWorst" : isBest ? "stepBest" : "step", { n: step });
          return (
            <TextInput
              key={step}
              name={`options.texts.${of}.labels[]`}
              aria-label={label}
              placeholder={label}
              defaultValue={known[i] ?? ""}
              maxLength={60}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function OneLanguage(props: Props & { of: Language }) {
  const { start, draft, of, language, standard } = props;
  const t = useTranslations("surveys.builder.own");
  const locale = useLocale();
  const texts = start.options.texts[of];
  const isCustom = draft.question === "custom";
  const standardOf = (name: string) =>
    of === language && !(isCustom && name === "question")
      ? standard?.[name as keyof typeof standard]
      : undefined;
  return (
    <div lang={of} className="flex flex-col gap-4" hidden={of !== language}>
      {TEXTS.map(([name, max]) => (
        <Field
          key={name}
          name={`options.texts.${of}.${name}`}
          label={<span lang={locale}>{t(name)}</span>}
          required={isCustom && name === "question"}
        >
          <TextInput
            defaultValue={texts?.[name]}
            maxLength={max}
            placeholder={standardOf(name)}
            autoComplete="off"
          />
        </Field>
      ))}
      {isCustom ? <StepLabels {...props} /> : null}
    </div>
  );
}

export function OwnWords(props: Props) {
  return LANGUAGES.map((of) => <OneLanguage key={of} {...props} of={of} />);
}

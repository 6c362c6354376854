import { useTranslations } from "next-intl";
import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { SurveyStart } from "@/lib/surveys/design/get-survey-editor";
import {
  SCALES,
  SURVEY_QUESTIONS,
  type SurveyQuestion,
  stepsOf,
} from "@/lib/surveys/design/question-codes";
import type { Draft } from "./read-draft";

type Props = { start: SurveyStart; draft: Draft };

const NAMED_SCALES: Record<string, "csat5" | "csat4" | "csat3"> = {
  "csat 1-5": "csat5",
  "csat 1-4": "csat4",
  "csat 1-3": "csat3",
};

function useScaleWords(question: SurveyQuestion): (scale: string) => string {
  const t = useTranslations("surveys.scales");
  return (scale) => {
    const named = NAMED_SCALES[`${question} ${scale}`];
    return named ? t(named) : t("steps", { n: stepsOf(scale).length });
  };
}

function ScaleField({ start, draft }: Props) {
  const t = useTranslations("surveys.builder");
  const question = draft.question as SurveyQuestion;
  const scaleWords = useScaleWords(question);
  const scales = SCALES[question];
  if (start.isAsked || scales.length === 1) {
    const scale = start.isAsked ? start.scale : scales[0];
    return <input type="hidden" name="scale" value={scale} />;
  }
  const options = scales.map((scale) => ({ value: scale, label: scaleWords(scale) }));
  const isKept = options.some((option) => option.value === start.scale);
  return (
    <Field name="scale" label={t("scale")} hint={question === "csat" ? t("scaleHint") : undefined}>
      <Select key={question} options={options} defaultValue={isKept ? start.scale : scales[0]} />
    </Field>
  );
}

function QuestionField({ start, draft }: Props) {
  const t = useTranslations("surveys");
  const question = draft.question as SurveyQuestion;
  if (start.isAsked) {
    return (
      <div>
        <input type="hidden" name="question" value={start.question} />
        <p className="text-sm font-semibold">{t("builder.question")}</p>
        <p>{t(`questions.${question}`)}</p>
      </div>
    );
  }
  return (
    <Field
      name="question"
      label={t("builder.question")}
      hint={t(`questionHints.${question}`)}
      required
    >
      <Select
        defaultValue={start.question}
        options={SURVEY_QUESTIONS.map((one) => ({ value: one, label: t(`questions.${one}`) }))}
      />
    </Field>
  );
}

export function QuestionFields({ start, draft, touchpoints }: Props & { touchpoints: string[] }) {
  const t = useTranslations("surveys.builder");
  return (
    <>
      <Field name="name" label={t("name")} hint={t("nameHint")} required>
        <TextInput defaultValue={start.name} maxLength={120} />
      </Field>
      <QuestionField start={start} draft={draft} />
      <ScaleField start={start} draft={draft} />
      {draft.question === "custom" ? (
        <Checkbox
          name="options.offersCannotSay"
          label={t("cannotSay")}
          hint={t("cannotSayHint")}
          defaultChecked={start.options.offersCannotSay}
        />
      ) : null}
      <RadioGroup
        name="scope"
        legend={t("about")}
        required
        defaultValue={start.scope}
        options={[
          { value: "relationship", label: t("aboutRelationship") },
          { value: "touchpoint", label: t("aboutTouchpoint"), hint: t("aboutTouchpointHint") },
        ]}
      />
      {draft.scope === "touchpoint" ? (
        <Field name="touchpointName" label={t("touchpoint")} hint={t("touchpointHint")} required>
          <TextInput
            defaultValue={start.touchpointName ?? ""}
            maxLength={120}
            list="touchpoint-names"
            autoComplete="off"
          />
        </Field>
      ) : null}
      <datalist id="touchpoint-names">
        {touchpoints.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

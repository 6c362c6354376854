import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { SurveyStart } from "@/lib/surveys/design/get-survey-editor";
import { SCALES, SURVEY_QUESTIONS, type SurveyQuestion } from "@/lib/surveys/design/question-codes";
import { QUESTION_HINTS, QUESTION_WORDS, scaleWords, BUILDER_WORDS as W } from "../survey-words";
import type { Draft } from "./read-draft";

type Props = { start: SurveyStart; draft: Draft };

function ScaleField({ start, draft }: Props) {
  const question = draft.question as SurveyQuestion;
  const scales = SCALES[question];
  if (start.isAsked || scales.length === 1) {
    const scale = start.isAsked ? start.scale : scales[0];
    return <input type="hidden" name="scale" value={scale} />;
  }
  const options = scales.map((scale) => ({ value: scale, label: scaleWords(question, scale) }));
  const isKept = options.some((option) => option.value === start.scale);
  return (
    <Field name="scale" label={W.scale} hint={question === "csat" ? W.scaleHint : undefined}>
      <Select key={question} options={options} defaultValue={isKept ? start.scale : scales[0]} />
    </Field>
  );
}

function QuestionField({ start, draft }: Props) {
  const question = draft.question as SurveyQuestion;
  if (start.isAsked) {
    return (
      <div>
        <input type="hidden" name="question" value={start.question} />
        <p className="text-sm font-semibold">{W.question}</p>
        <p>{QUESTION_WORDS[question]}</p>
      </div>
    );
  }
  return (
    <Field name="question" label={W.question} hint={QUESTION_HINTS[question]} required>
      <Select
        defaultValue={start.question}
        options={SURVEY_QUESTIONS.map((one) => ({ value: one, label: QUESTION_WORDS[one] }))}
      />
    </Field>
  );
}

export function QuestionFields({ start, draft, touchpoints }: Props & { touchpoints: string[] }) {
  return (
    <>
      <Field name="name" label={W.name} hint={W.nameHint} required>
        <TextInput defaultValue={start.name} maxLength={120} />
      </Field>
      <QuestionField start={start} draft={draft} />
      <ScaleField start={start} draft={draft} />
      {draft.question === "custom" ? (
        <Checkbox
          name="options.offersCannotSay"
          label={W.cannotSay}
          hint={W.cannotSayHint}
          defaultChecked={start.options.offersCannotSay}
        />
      ) : null}
      <RadioGroup
        name="scope"
        legend={W.about}
        required
        defaultValue={start.scope}
        options={[
          { value: "relationship", label: W.aboutRelationship },
          { value: "touchpoint", label: W.aboutTouchpoint, hint: W.aboutTouchpointHint },
        ]}
      />
      {draft.scope === "touchpoint" ? (
        <Field name="touchpointName" label={W.touchpoint} hint={W.touchpointHint} required>
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

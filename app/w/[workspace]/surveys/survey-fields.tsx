import { Checkbox, RadioGroup } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { SurveySummary } from "@/lib/surveys/design/load-surveys";

type SurveyFieldsProps = {
  survey?: Pick<SurveySummary, "name" | "question" | "scope" | "touchpointName" | "followUps">;
};

/** The same fields for a new survey and for a new version. */
export function SurveyFields({ survey }: SurveyFieldsProps) {
  return (
    <>
      <Field name="name" label="Name" hint="For you; the people asked do not see it." required>
        <TextInput defaultValue={survey?.name} maxLength={120} />
      </Field>
      <RadioGroup
        name="question"
        legend="Question"
        required
        defaultValue={survey?.question ?? "nps"}
        options={[
          {
            value: "nps",
            label: "NPS, 0 to 10",
            hint: "How likely is it that you would recommend us?",
            disabled: survey?.question === "csat",
          },
          {
            value: "csat",
            label: "CSat, 1 to 5",
            hint: "How satisfied are you?",
            disabled: survey?.question === "nps",
          },
        ]}
      />
      <RadioGroup
        name="scope"
        legend="About"
        required
        defaultValue={survey?.scope ?? "relationship"}
        options={[
          { value: "relationship", label: "Working with us as a whole" },
          {
            value: "touchpoint",
            label: "One touchpoint",
            hint: "A visit, an installation, an invoice. CSat only.",
          },
        ]}
      />
      <Field
        name="touchpointName"
        label="Touchpoint"
        hint="As the question names it: “How satisfied were you with this: Service visit, 14 October?”"
        optional
      >
        <TextInput defaultValue={survey?.touchpointName ?? ""} maxLength={120} />
      </Field>
      <fieldset>
        <legend className="text-sm font-semibold">After the score, ask also</legend>
        <Checkbox
          name="followUps"
          value="relative_advantage"
          label="How we compare with the alternatives"
          hint="Better, about the same, worse, or no real alternative: it tells wanting to stay from having to."
          defaultChecked={survey?.followUps.includes("relative_advantage") ?? true}
        />
        <Checkbox
          name="followUps"
          value="switching"
          label="Whether they would choose us again if switching cost nothing"
          hint="At most once a year per person is wise."
          defaultChecked={survey?.followUps.includes("switching") ?? false}
        />
      </fieldset>
    </>
  );
}

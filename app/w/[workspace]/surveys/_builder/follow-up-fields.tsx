import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choices";
import { useFormState } from "@/components/ui/form-context";
import { DRIVER_ITEMS } from "@/lib/accounts/driver-items";
import { FOLLOW_UPS } from "@/lib/surveys/design/follow-ups";
import type { SurveyStart } from "@/lib/surveys/design/get-survey-editor";
import { SELDOM_QUESTIONS } from "@/lib/surveys/design/question-codes";
import type { Draft } from "./read-draft";

type Props = { start: SurveyStart; draft: Draft };

function DriverItems({ start }: Pick<Props, "start">) {
  const t = useTranslations("surveys");
  const { fieldErrors } = useFormState();
  const error = fieldErrors["options.driverItems"];
  return (
    <fieldset className="ml-6 border-l border-line pl-4" aria-invalid={error ? true : undefined}>
      <legend className="sr-only">{t("builder.driverItems")}</legend>
      <input type="hidden" name="options.driverItems[]" value="" />
      {DRIVER_ITEMS.map((item) => (
        <Checkbox
          key={item}
          name="options.driverItems[]"
          value={item}
          label={t(`drivers.${item}`)}
          hint={item === "incentives" || item === "trust" ? t(`driverHints.${item}`) : undefined}
          defaultChecked={start.options.driverItems.includes(item)}
        />
      ))}
      {error ? <p className="text-sm text-danger">{error}</p> : null}
    </fieldset>
  );
}

/** What follows the score, in the order in which it is asked. */
export function FollowUpFields({ start, draft }: Props) {
  const t = useTranslations("surveys");
  const offered = FOLLOW_UPS.filter((followUp) => followUp !== draft.question);
  const all = [draft.question, ...draft.followUps];
  const isSeldom = SELDOM_QUESTIONS.some((question) => all.includes(question));
  return (
    <>
      <fieldset>
        <legend className="sr-only">{t("builder.followUps")}</legend>
        {offered.map((followUp) => (
          <div key={followUp}>
            <Checkbox
              name="followUps[]"
              value={followUp}
              label={t(`followUps.${followUp}`)}
              hint={t(`followUpHints.${followUp}`)}
              defaultChecked={start.followUps.includes(followUp)}
            />
            {followUp === "drivers" && draft.followUps.includes("drivers") ? (
              <DriverItems start={start} />
            ) : null}
          </div>
        ))}
      </fieldset>
      {isSeldom ? (
        <Checkbox
          name="options.asksNearDecision"
          label={t("builder.nearDecision")}
          hint={t("builder.nearDecisionHint")}
          defaultChecked={start.options.asksNearDecision}
        />
      ) : null}
    </>
  );
}

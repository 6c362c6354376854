import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { sentenceCase } from "@/lib/format/count";
import type { HeldAnswer } from "@/lib/surveys/answers/review.types";
import { momentText } from "../../imports/moment-text";
import { decisionWords, evidenceWords } from "./_words";
import { reviewAnswersAction } from "./actions";

export type Place = { workspace: string; timeZone: string; locale: string };
type AnswerRowProps = { place: Place; answer: HeldAnswer; name: string };

function Decide({ place, answer, name }: AnswerRowProps) {
  const t = useTranslations("answers.held");
  // One person may have left the same answer twice.
  const at = momentText(answer.answeredAt, place.timeZone, place.locale);
  return (
    <ActionForm
      action={reviewAnswersAction}
      workspace={place.workspace}
      aria-label={`${t("formOfAnswer", { name, answer: answer.answer })}, ${at}`}
      className="gap-2"
    >
      <input type="hidden" name="responseIds[]" value={answer.responseId} />
      <div className="flex flex-wrap gap-2">
        <ConfirmButton
          label={t("accept")}
          question={t("acceptQuestion", { answer: answer.answer })}
          kind="outline"
          size="small"
          name="decision"
          value="accepted"
        >
          {answer.reason === "staff" ? <p className="mb-2">{t("acceptStaff")}</p> : null}
          <p>{t("acceptNote")}</p>
        </ConfirmButton>
        <SubmitButton kind="quiet" size="small" name="decision" value="rejected">
          {t("reject")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Decided({ place, decision }: { place: Place; decision: HeldAnswer["decision"] }) {
  if (decision === null) return null;
  return <span className="text-sm text-ink-2">{decisionWords(decision, place.locale)}</span>;
}

/** One answer: what was said, why it does not count, what was seen, and the decision. */
export function AnswerRow({ place, answer, name }: AnswerRowProps) {
  const t = useTranslations("answers");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-3 last:pb-0">
      <div className="flex min-w-0 flex-1 basis-80 gap-4">
        <span className="min-w-10 shrink-0 md:w-36 text-lg leading-6 font-semibold tabular-nums">
          {answer.answer}
        </span>
        <div className="min-w-0">
          <p>
            {sentenceCase(t(`held.reasons.${answer.reason}`))}{" "}
            <Badge tone={answer.class === "held" ? "warning" : "plain"}>
              {t(`held.classes.${answer.class}`)}
            </Badge>
          </p>
          <p className="text-sm text-ink-3">
            {momentText(answer.answeredAt, place.timeZone, place.locale)}
            {" · "}
            {evidenceWords(answer, place.locale).join(" · ")}
          </p>
          {answer.comment === null ? null : (
            <p className="mt-1 max-w-prose whitespace-pre-line text-ink-2">
              {t("quote", { comment: answer.comment })}
            </p>
          )}
        </div>
      </div>
      {answer.decision === null ? (
        <Decide place={place} answer={answer} name={name} />
      ) : (
        <Decided place={place} decision={answer.decision} />
      )}
    </li>
  );
}

import type { QuestionView } from "@/lib/surveys/design/survey-question";

/** Cells all alike, as in the mail; nothing here can be pressed. */
export function QuestionPreview({ question }: { question: QuestionView }) {
  const isNumbers = question.ends !== null;
  return (
    <div className="max-w-xl">
      <p className="mb-2 font-semibold">{question.text}</p>
      <ul className={isNumbers ? "flex flex-wrap gap-1" : "flex flex-col gap-1"}>
        {question.choices.map((choice) => (
          <li
            key={choice.value}
            className={
              isNumbers
                ? "flex size-10 items-center justify-center rounded-control border border-control"
                : "rounded-control border border-control px-3 py-1.5"
            }
          >
            {choice.label}
          </li>
        ))}
      </ul>
      {question.ends ? (
        <p className="mt-1 flex justify-between text-sm text-ink-2">
          <span>0 {question.ends.low}</span>
          <span>10 {question.ends.high}</span>
        </p>
      ) : null}
    </div>
  );
}

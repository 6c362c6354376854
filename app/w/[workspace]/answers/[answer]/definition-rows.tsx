import type { AnswerDto } from "@/lib/surveys/inbox/get-answer";

type DefinitionRowsProps = { title: string; rows: AnswerDto["details"] };

/** Questions and their answers, two by two. */
export function DefinitionRows({ title, rows }: DefinitionRowsProps) {
  if (rows.length === 0) return null;
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h2 className="mb-1 font-semibold">{title}</h2>
      <dl className="grid gap-x-6 sm:grid-cols-[minmax(0,1fr)_auto]">
        {rows.map(({ question, answer }) => (
          <div key={question} className="contents">
            <dt className="text-ink-2 sm:mb-1.5">{question}</dt>
            <dd className="mb-1.5 sm:text-right">{answer}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import { classNames } from "@/components/ui/class-names";

type ScoreScaleProps = {
  /** 0..1 */
  score: number;
  line: number;
  from: string;
  to: string;
  label: string;
};

/** One score on its axis, with the line that divides it. */
export function ScoreScale({ score, line, from, to, label }: ScoreScaleProps) {
  const isAbove = score >= line;
  return (
    <div role="img" aria-label={label} className="w-full max-w-52">
      <div className="relative h-3">
        <div className="absolute inset-x-0 top-1/2 h-1 -translate-y-1/2 rounded-full bg-line" />
        <div className="absolute inset-y-0 w-px bg-ink-2" style={{ left: `${line * 100}%` }} />
        <div
          className={classNames(
            "absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full",
            isAbove ? "bg-loyal" : "bg-leaving",
          )}
          style={{ left: `${score * 100}%` }}
        />
      </div>
      <div aria-hidden className="flex justify-between text-xs text-ink-3">
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </div>
  );
}

type AnswerStripProps = {
  /** Ascending. */
  values: readonly number[];
  /** What each dot says, in the same order. */
  words: readonly string[];
  label: string;
};

/** Where on the strip a value lies; one value, or values all alike, in the middle. */
function percentOf(value: number, values: readonly number[]): number {
  const [low = value, high = value] = [values[0], values.at(-1)];
  return high === low ? 50 : ((value - low) / (high - low)) * 100;
}

/** Equal values stand over each other. */
function heightOf(index: number, values: readonly number[]): number {
  return index - values.indexOf(values[index] as number);
}

/** The few answers there are, one dot each, and the same in words: a statistic of them would mislead. */
export function AnswerStrip({ values, words, label }: AnswerStripProps) {
  const tallest = Math.max(...values.map((_, index) => heightOf(index, values)));
  return (
    <figure className="mt-2 min-w-0">
      <div
        aria-hidden
        className="relative mx-1 border-b border-control/50"
        style={{ height: `${(tallest + 1) * 0.625}rem` }}
      >
        {values.map((value, index) => (
          <span
            key={`${value} ${heightOf(index, values)}`}
            className="absolute size-2 -translate-x-1/2 rounded-full bg-accent"
            style={{
              left: `${percentOf(value, values)}%`,
              bottom: `${heightOf(index, values) * 0.625}rem`,
            }}
          />
        ))}
      </div>
      <figcaption className="mt-1 font-semibold">
        <span className="sr-only">{label}: </span>
        {words.join(" · ")}
      </figcaption>
    </figure>
  );
}

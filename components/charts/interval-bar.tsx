type IntervalBarProps = {
  value: number;
  low: number | null;
  high: number | null;
  min: number;
  max: number;
  target?: number | null;
  /** What the bar shows, in words. */
  label: string;
};

function percent(at: number, { min, max }: IntervalBarProps): number {
  if (max <= min) return 50;
  return Math.min(100, Math.max(0, ((at - min) / (max - min)) * 100));
}

/** A value with its doubt, on its scale. */
export function IntervalBar(props: IntervalBarProps) {
  const { value, low, high, target } = props;
  const from = low === null ? null : percent(low, props);
  const to = high === null ? null : percent(high, props);
  return (
    <div role="img" aria-label={props.label} className="relative h-3 w-full">
      <div className="absolute inset-x-0 top-1/2 h-px bg-control/50" />
      {from !== null && to !== null ? (
        <div
          className="absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full bg-accent/35"
          style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }}
        />
      ) : null}
      {target === null || target === undefined ? null : (
        <div
          className="absolute inset-y-0 w-px bg-ink"
          style={{ left: `${percent(target, props)}%` }}
        />
      )}
      <div
        className="absolute top-1/2 size-2 -translate-x-1/2 -translate-y-1/2 rounded-full bg-accent"
        style={{ left: `${percent(value, props)}%` }}
      />
    </div>
  );
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** Round places on an axis that hold every value, at most six of them, lowest first. */
export function axisTicks(values: readonly number[], atMost = 5): number[] {
  const low = Math.min(...values, Number.POSITIVE_INFINITY);
  const high = Math.max(...values, Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / atMost));
  const step = power * (STEPS.find((candidate) => candidate * power >= span / atMost) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

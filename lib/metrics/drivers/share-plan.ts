/** Per driver: the sets it may join (as bits) and how much each such step weighs. */
export type SharePlan = readonly { readonly before: Int32Array; readonly weights: Float64Array }[];

/**
 * The steps of Owen's value: blocks come in any order, and inside its block a driver comes in any
 * order. Where every driver is a block of its own this is Shapley's value.
 */
export function sharePlan(blocks: readonly number[]): SharePlan {
  const bitsOf = new Map<number, number[]>();
  blocks.forEach((block, driver) => {
    bitsOf.set(block, [...(bitsOf.get(block) ?? []), 1 << driver]);
  });
  return blocks.map((block, driver) => {
    const others = [...bitsOf].filter(([key]) => key !== block).map(([, bits]) => bits);
    const mates = (bitsOf.get(block) as number[]).filter((bit) => bit !== 1 << driver);
    const outer = subsets(others.map((bits) => bits.reduce((all, bit) => all | bit, 0)));
    const inner = subsets(mates);
    const steps = outer.flatMap((a) =>
      inner.map((b) => ({ set: a.set | b.set, weight: a.weight * b.weight })),
    );
    return {
      before: Int32Array.from(steps, ({ set }) => set),
      weights: Float64Array.from(steps, ({ weight }) => weight),
    };
  });
}

export function sharesByPlan(plan: SharePlan, explained: Float64Array): number[] {
  return plan.map(({ before, weights }, driver) => {
    let share = 0;
    for (let k = 0; k < before.length; k += 1) {
      const set = before[k] as number;
      const gain = (explained[set | (1 << driver)] as number) - (explained[set] as number);
      share += (weights[k] as number) * gain;
    }
    return share;
  });
}

/** All subsets of some bits, each with the chance that exactly it comes before one more member. */
function subsets(bits: readonly number[]): { set: number; weight: number }[] {
  const weights = orderWeights(bits.length + 1);
  return Array.from({ length: 1 << bits.length }, (_, choice) => {
    const chosen = bits.filter((__, k) => choice & (1 << k));
    const set = chosen.reduce((all, bit) => all | bit, 0);
    return { set, weight: weights[chosen.length] as number };
  });
}

/** size! (width - size - 1)! / width! for every size below the width. */
function orderWeights(width: number): number[] {
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
  return Array.from(
    { length: width },
    (_, size) => (factorial(size) * factorial(width - size - 1)) / factorial(width),
  );
}

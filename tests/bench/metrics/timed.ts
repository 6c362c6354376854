export type Timing = { readonly cold: number; readonly median: number };

/** The first run and the median of those after it, in milliseconds of processor time: others may be busy. */
export function timed(repeats: number, run: () => unknown): Timing {
  const took = Array.from({ length: repeats + 1 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  const [cold = 0, ...warm] = took;
  return { cold, median: warm.toSorted((a, b) => a - b)[warm.length >> 1] ?? cold };
}

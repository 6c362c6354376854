// How fast the measures are, and how much memory they hold; nothing is asserted.
//   npm run bench:metrics               fits on CDNOW beside scipy, kernels at 100,000 accounts x 60 months
//   BENCH_ACCOUNTS=20000 npm run bench:metrics

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { benchFits } from "./metrics/fits";
import { kernels } from "./metrics/kernels";
import { accounts, months, segments } from "./metrics/random-base";
import { timed } from "./metrics/timed";

const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);

/** In a process of its own, so that the peak of one kernel is not the next one's. */
function benchKernel(name: string): void {
  const kernel = kernels[name];
  if (kernel === undefined) throw new Error(`no kernel ${name}`);
  const run = kernel.prepare();
  const before = process.memoryUsage().rss;
  const { cold, median } = timed(3, run);
  // maxRSS is in kilobytes.
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(
    `${name.padEnd(18)} cold ${cold.toFixed(0).padStart(6)} ms  median ${median.toFixed(0).padStart(6)} ms  data ${megabytes(before)} MB, peak ${megabytes(peak)} MB  ${kernel.what}`,
  );
}

const [only] = process.argv.slice(2);
if (only !== undefined) benchKernel(only);
else {
  benchFits();
  console.log(`\nKernels at ${accounts} accounts x ${months} months x ${segments} segments`);
  for (const name of Object.keys(kernels))
    spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), name], {
      stdio: "inherit",
    });
}

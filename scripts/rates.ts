// Exchange rates of a file as the European Central Bank publishes it (eurofxref-hist.zip, .csv or .xml).
//   npm run rates -- FILE
import { readFile } from "node:fs/promises";
import { closeConnections } from "@/lib/db/client";
import { readEcbFile } from "@/lib/facts/rates/read-ecb-rates";
import { storeRates } from "@/lib/facts/rates/store-rates";

async function run(): Promise<number> {
  const [path, ...more] = process.argv.slice(2);
  if (path === undefined || more.length > 0) {
    console.error("Usage: npm run rates -- FILE");
    return 2;
  }
  const rates = readEcbFile(await readFile(path));
  const { changed, accounts } = await storeRates(rates, new Date());
  console.log(
    `${rates.length} rates read, ${changed} new or changed, ${accounts} accounts to compute again.`,
  );
  return 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeConnections();
}

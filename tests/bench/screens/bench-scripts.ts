import type { Browser } from "@playwright/test";
import { note } from "../data/table";
import { openPage, openVisitor, type SignedIn } from "./visitor";

/** What only the drawing of curves brings along. */
const CHARTS = "recharts-";

async function isCharts(url: string): Promise<boolean> {
  return (await (await fetch(url)).text()).includes(CHARTS);
}

/** What a browser with nothing in its cache loads of script for a page, compressed, and what draws curves. */
export async function benchScripts(
  browser: Browser,
  signedIn: SignedIn,
  pages: readonly string[],
): Promise<void> {
  const charts = new Map<string, boolean>();
  for (const page of pages) {
    const visitor = await openVisitor(browser, signedIn);
    await openPage(visitor.page, `${signedIn.origin}/w/${signedIn.slug}/${page}`);
    let total = 0;
    let drawing = 0;
    for (const [url, bytes] of visitor.weight.scripts) {
      if (!charts.has(url)) charts.set(url, await isCharts(url));
      total += bytes;
      if (charts.get(url)) drawing += bytes;
    }
    await visitor.close();
    const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
    const files = `in ${visitor.weight.scripts.size} files`;
    note(
      `script of ${page}, compressed`,
      `${kB(total)} ${files}${drawing > 0 ? `, ${kB(drawing)} of it draws curves` : ""}`,
    );
  }
}

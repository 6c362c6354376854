import type { Browser, BrowserContext, Page } from "@playwright/test";

/** What came over the wire, compressed as it came. */
export type Weight = { document: number; changes: number; scripts: Map<string, number> };

export type Visitor = { page: Page; weight: Weight; close(): Promise<void> };

export type SignedIn = { origin: string; slug: string; cookie: string };

/** A slow page is what is measured. */
const TIMEOUT_MS = 120_000;

async function weigh(context: BrowserContext, page: Page): Promise<Weight> {
  const weight: Weight = { document: 0, changes: 0, scripts: new Map() };
  const kinds = new Map<string, { type: string; url: string }>();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  client.on("Network.responseReceived", ({ requestId, type, response }) => {
    kinds.set(requestId, { type, url: response.url });
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type = "", url = "" } = kinds.get(requestId) ?? {};
    if (type === "Script") weight.scripts.set(url, encodedDataLength);
    else if (type === "Document") weight.document = encodedDataLength;
    // What is fetched ahead of other pages is smaller.
    else if (type === "Fetch" && url.includes("_rsc="))
      weight.changes = Math.max(weight.changes, encodedDataLength);
  });
  return weight;
}

/** A browser of its own, with nothing in its cache, signed in. */
export async function openVisitor(browser: Browser, signedIn: SignedIn): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const [name = "", value = ""] = signedIn.cookie.split("=");
  await context.addCookies([{ name, value, url: signedIn.origin }]);
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  return { page, weight: await weigh(context, page), close: () => context.close() };
}

/** Opens a page anew. @returns when its content was first painted, by the browser's own clock */
export async function openPage(page: Page, address: string): Promise<number> {
  const answer = await page.goto(address);
  if (answer?.status() !== 200) throw new Error(`${address} answers ${answer?.status()}`);
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === "first-contentful-paint") resolve(startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.waitForLoadState("networkidle");
  return painted;
}

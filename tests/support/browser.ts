import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
} from "@playwright/test";

type Fixtures = {
  /** Problems a test brings about itself, e.g. a page that answers 404: test.use({ ... }). */
  expectedProblems: RegExp[];
  /** Fails the test on any page error, console error or violation of the content policy. */
  watchedContext: BrowserContext;
  /** Another browser, signed out; watched like the first one. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  problems: string[];
};

/** A frame that may run no script refuses the watcher itself, and the browser says so. */
const REFUSED_WATCHER = /: Blocked script execution in 'about:srcdoc'/;

async function watch(context: BrowserContext, problems: string[]): Promise<void> {
  context.on("weberror", (error) => problems.push(`page error: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const problem = `console error at ${message.location().url}: ${message.text()}`;
    if (!REFUSED_WATCHER.test(problem)) problems.push(problem);
  });
  await context.exposeBinding("reportViolation", ({ page }, text: string) => {
    problems.push(`content policy violated at ${page.url()}: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = Reflect.get(window, "reportViolation") as ((text: string) => void) | undefined;
      report?.(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
}

async function openContext(
  browser: Browser,
  problems: string[],
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await watch(context, problems);
  return context;
}

/** Specs import `test` from here, never from Playwright itself. */
export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],
  problems: async ({ expectedProblems }, use) => {
    const problems: string[] = [];
    await use(problems);
    const unexpected = problems.filter((text) => !expectedProblems.some((p) => p.test(text)));
    if (unexpected.length > 0) throw new Error(unexpected.join("\n"));
  },
  watchedContext: [
    async ({ context, problems }, use) => {
      await watch(context, problems);
      await use(context);
    },
    { auto: true },
  ],
  newContext: async ({ browser, problems, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await openContext(browser, problems, {
        ...(baseURL ? { baseURL } : {}),
        ...options,
      });
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

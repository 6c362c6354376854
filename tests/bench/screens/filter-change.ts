import type { Page } from "@playwright/test";

/** What a page can be asked about by its own controls. */
export type Choice = { select: string; values: string[] };

/** The first few choices of a filter besides the one that is set; none where the page has no such filter. */
export async function choicesOf(page: Page, select: string, most: number): Promise<Choice> {
  const options = page.locator(`main select[name="${select}"] option:not(:checked)`);
  const values = await options.evaluateAll((all) =>
    all.map((option) => (option as HTMLOptionElement).value),
  );
  return { select, values: values.filter((value) => value !== "").slice(0, most) };
}

/**
 * From the choice to the second frame after the page holds what belongs to it: the filters stop saying that
 * they load together with everything that follows from them. Taken by the browser's own clock.
 */
export async function changeFilter(page: Page, select: string, value: string): Promise<number> {
  const spent = await page.evaluate(
    ([name, wanted]) =>
      new Promise<number>((resolve) => {
        const field = document.querySelector<HTMLSelectElement>(`main select[name="${name}"]`);
        const status = field?.form?.querySelector('[role="status"]');
        if (!field || !status) throw new Error(`there is no filter ${name}`);
        const start = performance.now();
        let hasBegun = false;
        new MutationObserver((_, watcher) => {
          const isLoading = status.textContent !== "";
          hasBegun ||= isLoading;
          if (isLoading || !hasBegun) return;
          watcher.disconnect();
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(performance.now() - start)),
          );
        }).observe(status, { characterData: true, childList: true, subtree: true });
        field.value = wanted;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    [select, value] as const,
  );
  const now = await page.locator(`main select[name="${select}"]`).inputValue();
  if (now !== value) throw new Error(`${page.url()} shows ${select} ${now} instead of ${value}`);
  return spent;
}

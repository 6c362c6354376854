"use client";

const STORED = "holdfast.single-keys";

/** Shortcuts of one key can be switched off: speech input types letters without meaning them. */
export function usesSingleKeys(): boolean {
  return window.localStorage.getItem(STORED) !== "off";
}

export function setSingleKeys(isOn: boolean): void {
  if (isOn) window.localStorage.removeItem(STORED);
  else window.localStorage.setItem(STORED, "off");
}

const NOT_TYPED = new Set(["checkbox", "radio", "button", "submit", "reset", "file"]);

/** Whoever types does not mean a shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

function rowLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main tbody tr, main li[data-row]")].flatMap(
    // What is folded away cannot take the focus.
    (row) =>
      [...row.querySelectorAll<HTMLElement>("a[href]")].find((link) => link.checkVisibility()) ??
      [],
  );
}

/** j and k walk the first links of the rows of a page, from the one that has the focus. */
export function walkRows(step: 1 | -1): boolean {
  const links = rowLinks();
  if (links.length === 0) return false;
  const row = document.activeElement?.closest("tr, li[data-row]");
  const at = links.findIndex((link) => row?.contains(link));
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
  links[Math.min(links.length - 1, Math.max(0, next))]?.focus();
  return true;
}

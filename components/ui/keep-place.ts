"use client";

import { type RefObject, useLayoutEffect } from "react";

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}

/** The card around it, reached by nothing but this, and only while it has the focus. */
function stand(card: HTMLElement): void {
  card.tabIndex = -1;
  card.addEventListener("blur", () => card.removeAttribute("tabindex"), { once: true });
  card.focus({ preventScroll: true });
}

/**
 * What was done may take its own form away, and the focus with it. It goes to the nearest card that is
 * still there, so that the keyboard goes on from where it was and not from the top of the page.
 */
export function useKeptPlace(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = place.current;
    return () => {
      if (!own?.contains(document.activeElement)) return;
      const cards: HTMLElement[] = [];
      for (let at = own.closest<HTMLElement>("section"); at; ) {
        cards.push(at);
        at = at.parentElement?.closest<HTMLElement>("section") ?? null;
      }
      requestAnimationFrame(() => {
        const card = cards.find(({ isConnected }) => isConnected);
        if (card && !hasFocus()) stand(card);
      });
    };
  }, [place]);
}

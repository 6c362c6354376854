"use client";

import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";

type Props = { html: string; title: string; width: number };

/** A phone's width shrinks with a phone's screen; a desktop's is scrolled. */
export const PHONE_PIXELS = 375;

function keepStill(event: Event) {
  event.preventDefault();
}

/** As tall as what it shows, and its links lead nowhere. */
function settle(frame: HTMLIFrameElement | null) {
  const inner = frame?.contentDocument;
  if (!frame || !inner?.body) return;
  inner.addEventListener("click", keepStill);
  inner.addEventListener("submit", keepStill);
  // A frame that is taller than its page says so of the page.
  frame.style.height = "1px";
  frame.style.height = `${inner.documentElement.scrollHeight + 2}px`;
}

/** The very document a mail program or a browser gets; no script of it runs here. */
export function PreviewFrame({ html, title, width }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  // One that came with the page has loaded before anybody listened.
  useEffect(() => settle(frame.current), []);
  return (
    <div className="min-w-0 overflow-x-auto rounded-control border border-line bg-paper sm:p-3">
      <iframe
        ref={frame}
        key={width}
        title={title}
        srcDoc={html}
        sandbox="allow-same-origin"
        onLoad={(event) => settle(event.currentTarget)}
        style={{ width, height: 640 }}
        className={classNames(
          "mx-auto block border-line bg-card sm:border",
          width > PHONE_PIXELS ? "max-w-none" : "max-w-full",
        )}
      />
    </div>
  );
}

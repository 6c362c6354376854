"use client";

import type { SyntheticEvent } from "react";
import { classNames } from "@/components/ui/class-names";

type Props = { html: string; title: string; width: number };

function keepStill(event: Event) {
  event.preventDefault();
}

/** As tall as what it shows, and its links lead nowhere. */
function settle(event: SyntheticEvent<HTMLIFrameElement>) {
  const frame = event.currentTarget;
  const inner = frame.contentDocument;
  if (!inner?.body) return;
  inner.addEventListener("click", keepStill);
  inner.addEventListener("submit", keepStill);
  frame.style.height = `${inner.documentElement.scrollHeight + 2}px`;
}

/** The very document a mail program or a browser gets; no script of it runs here. */
export function PreviewFrame({ html, title, width }: Props) {
  return (
    <div className="overflow-x-auto rounded-control border border-line bg-paper p-3">
      <iframe
        key={width}
        title={title}
        srcDoc={html}
        sandbox="allow-same-origin"
        onLoad={settle}
        style={{ width, height: 640 }}
        className={classNames("mx-auto block max-w-none border border-line bg-card")}
      />
    </div>
  );
}

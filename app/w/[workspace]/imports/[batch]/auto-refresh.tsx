"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type AutoRefreshProps = {
  everyMs: number;
  href: string;
  /** What the link says that stands in for it. */
  label: string;
};

/** Looks again while the page is seen; without script there is a link. */
export function AutoRefresh({ everyMs, href, label }: AutoRefreshProps) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return (
    <noscript>
      <a href={href} className="underline">
        {label}
      </a>
    </noscript>
  );
}

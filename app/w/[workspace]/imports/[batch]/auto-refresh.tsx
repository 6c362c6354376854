"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again while the page is seen; without script there is a link. */
export function AutoRefresh({ everyMs, href }: { everyMs: number; href: string }) {
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
        Look again
      </a>
    </noscript>
  );
}

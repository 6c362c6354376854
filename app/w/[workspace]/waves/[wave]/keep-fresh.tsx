"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again while mails are going out or answers may come in; not in a hidden tab. */
export function KeepFresh({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  return null;
}

"use client";

import { Button } from "@/components/ui/button";

/** The browser's own print dialogue, which also makes a PDF. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button kind="primary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}

"use client";

import { useEffect, useState } from "react";
import type { FieldErrors } from "@/lib/errors";
import type { SegmentPreviewDto } from "@/lib/segments/segment.types";
import { previewSegmentAction } from "../actions";

const PAUSE_MS = 350;

export type Preview =
  | { state: "counting" }
  | { state: "incomplete" }
  | { state: "known"; preview: SegmentPreviewDto }
  | { state: "failed"; message: string | null };

/** What is wrong with the rules is said by itself: no field of this form is marked before it is sent. */
function whyNot({ fieldErrors, message }: { fieldErrors: FieldErrors; message: string }): string {
  return Object.values(fieldErrors)[0] ?? message;
}

/** What the rules select now, asked again a moment after the last change; no message: no answer came. */
export function usePreview(workspace: string, rules: string, isReady: boolean): Preview {
  const [preview, setPreview] = useState<Preview>({ state: "counting" });
  useEffect(() => {
    if (!isReady) {
      setPreview({ state: "incomplete" });
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const data = new FormData();
      data.set("workspace", workspace);
      data.set("rules", rules);
      const result = await previewSegmentAction(null, data).catch(() => null);
      if (!isCurrent) return;
      if (result?.ok) setPreview({ state: "known", preview: result.data });
      else setPreview({ state: "failed", message: result && whyNot(result) });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [workspace, rules, isReady]);
  return preview;
}

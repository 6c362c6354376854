"use client";

import { useEffect, useState } from "react";
import type { Language } from "@/lib/i18n/languages";
import { previewSurveyAction } from "../actions";
import type { RenderedPreview } from "./render-preview";

const PAUSE_MS = 350;

/** A stored survey by its id, or the fields of the form as they stand. */
export type PreviewFields = { previewOf?: string } | readonly (readonly [string, string])[];

export type Preview = {
  /** The last one that came; it stays in sight while the next is on its way. */
  shown: RenderedPreview | null;
  isWaiting: boolean;
  problem: "invalid" | "failed" | null;
};

/** The style block of a framed page passes our policy only with this document's own nonce. */
function ownNonce(): string {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
}

function toForm(workspace: string, fields: PreviewFields, language: Language): FormData {
  const data = new FormData();
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  for (const [name, value] of pairs) data.append(name, value);
  data.set("workspace", workspace);
  data.set("previewLanguage", language);
  data.set("nonce", ownNonce());
  return data;
}

/** Asked for again a moment after the last change. */
export function usePreview(
  workspace: string,
  fields: PreviewFields | null,
  language: Language,
): Preview {
  const [preview, setPreview] = useState<Preview>({
    shown: null,
    isWaiting: true,
    problem: null,
  });
  useEffect(() => {
    if (fields === null) return;
    let isCurrent = true;
    setPreview((before) => ({ ...before, isWaiting: true }));
    const timer = setTimeout(async () => {
      const data = toForm(workspace, fields, language);
      const result = await previewSurveyAction(null, data).catch(() => null);
      if (!isCurrent) return;
      setPreview((before) => {
        if (result?.ok) return { shown: result.data, isWaiting: false, problem: null };
        const problem = result?.code === "INVALID_INPUT" ? "invalid" : "failed";
        return { ...before, isWaiting: false, problem };
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [workspace, fields, language]);
  return preview;
}

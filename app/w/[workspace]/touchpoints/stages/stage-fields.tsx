"use client";

import { useFormState } from "@/components/ui/form-context";
import { TextInput } from "@/components/ui/text-input";
import { STAGE_WORDS as W } from "../touchpoint-words";

/** One field a stage, and an empty one for the next. */
export function StageFields({ stages }: { stages: readonly string[] }) {
  const { fieldErrors } = useFormState();
  return (
    <>
      <ol className="flex flex-col gap-2">
        {[...stages, ""].map((stage, i) => (
          <li key={stage}>
            <input type="hidden" name="was[]" value={stage} />
            <TextInput
              name="stages[]"
              aria-label={stage === "" ? W.more : W.stage(i + 1)}
              placeholder={stage === "" ? W.more : undefined}
              defaultValue={stage}
              maxLength={60}
            />
          </li>
        ))}
      </ol>
      {fieldErrors.stages ? <p className="text-sm text-danger">{fieldErrors.stages}</p> : null}
    </>
  );
}

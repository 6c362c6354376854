"use client";

import { useTranslations } from "next-intl";
import { useFormState } from "@/components/ui/form-context";
import { TextInput } from "@/components/ui/text-input";

/** One field a stage, and an empty one for the next. */
export function StageFields({ stages }: { stages: readonly string[] }) {
  const t = useTranslations("touchpoints.stages");
  const { fieldErrors } = useFormState();
  return (
    <>
      <ol className="flex flex-col gap-2">
        {[...stages, ""].map((stage, i) => (
          <li key={stage}>
            <input type="hidden" name="was[]" value={stage} />
            <TextInput
              name="stages[]"
              aria-label={stage === "" ? t("more") : t("stage", { n: i + 1 })}
              placeholder={stage === "" ? t("more") : undefined}
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

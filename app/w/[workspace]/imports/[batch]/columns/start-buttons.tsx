import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportMappingDto } from "@/lib/imports/get-import-mapping";

/** The first one is what Enter presses. */
export function StartButtons({ trial }: { trial: ImportMappingDto["trial"] }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SubmitButton name="intent" value="start" pending="One moment…">
        Check the file
      </SubmitButton>
      <SubmitButton name="intent" value="try" kind="secondary" pending="One moment…">
        Read the first rows with these columns
      </SubmitButton>
      {trial ? null : (
        <span className="text-sm text-ink-3">
          Nothing is written yet: the next page shows what would change.
        </span>
      )}
    </div>
  );
}

import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { formatNumber } from "@/lib/format/number";
import type { ImportDto } from "@/lib/imports/load-import";

const WORDS = {
  uploading: "Arriving",
  checking: "Checking",
  queued: "Waiting",
  running: "Importing",
  undoing: "Undoing",
} as const;

export function ImportProgress({ view, locale }: { view: ImportDto; locale: string }) {
  const { rowsDone, rowsTotal } = view;
  const known = view.state !== "undoing" && rowsTotal !== null && rowsTotal > 0;
  const label = WORDS[view.state as keyof typeof WORDS] ?? "Importing";
  const note = known
    ? `${formatNumber(rowsDone, locale)} of ${formatNumber(rowsTotal, locale)} rows`
    : view.state === "undoing"
      ? "From the last row back to the first"
      : "The whole file is read before the first row is written";
  return (
    <Card>
      <Progress label={label} ratio={known ? rowsDone / rowsTotal : null} note={note} />
      <p className="mt-3 text-ink-2">
        You can close this page: the work goes on, and this address shows how far it is.
      </p>
    </Card>
  );
}

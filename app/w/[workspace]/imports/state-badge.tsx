import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ImportState } from "@/lib/imports/batch";

const STATES: Record<ImportState, { word: string; tone: BadgeTone }> = {
  uploading: { word: "Arriving", tone: "plain" },
  ready: { word: "Columns to choose", tone: "warning" },
  checking: { word: "Checking", tone: "plain" },
  checked: { word: "To confirm", tone: "warning" },
  queued: { word: "Waiting", tone: "plain" },
  running: { word: "Importing", tone: "accent" },
  done: { word: "Done", tone: "accent" },
  failed: { word: "Not imported", tone: "danger" },
  undoing: { word: "Being undone", tone: "plain" },
  undone: { word: "Undone", tone: "plain" },
};

/** A stopped import has rows in; one that was refused has none. */
export function StateBadge({ state, rowsDone }: { state: ImportState; rowsDone: number }) {
  const { word, tone } = STATES[state];
  return <Badge tone={tone}>{state === "failed" && rowsDone > 0 ? "Stopped" : word}</Badge>;
}

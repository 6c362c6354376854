import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ImportState } from "@/lib/imports/batch";

const TONES: Record<ImportState, BadgeTone> = {
  uploading: "plain",
  ready: "warning",
  checking: "plain",
  checked: "warning",
  queued: "plain",
  running: "accent",
  done: "accent",
  failed: "danger",
  undoing: "plain",
  undone: "plain",
};

/** A stopped import has rows in; one that was refused has none. */
export function StateBadge({ state, rowsDone }: { state: ImportState; rowsDone: number }) {
  const t = useTranslations("imports.states");
  const isStopped = state === "failed" && rowsDone > 0;
  return <Badge tone={TONES[state]}>{t(isStopped ? "stopped" : state)}</Badge>;
}

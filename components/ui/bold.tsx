import type { ReactNode } from "react";

/** The part of a sentence that is set off: for \`t.rich("…", { b: bold })\`. */
export function bold(chunks: ReactNode): ReactNode {
  return <b className="font-semibold text-ink">{chunks}</b>;
}

import { createHash } from "node:crypto";

const LENGTH = 32;

/** An id for rows whose system gives none: the same cells always make the same, and nobody reads it back. */
export function derivedId(
  given: string | null,
  cells: readonly (string | number | null)[],
): string {
  if (given !== null) return given;
  const text = cells.map((cell) => String(cell ?? "").toLowerCase()).join("\n");
  return `~${createHash("sha256").update(text).digest("hex").slice(0, LENGTH)}`;
}

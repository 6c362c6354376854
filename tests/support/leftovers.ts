import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isFolderFree } from "@/lib/db/embedded-lock";

/** A temporary folder that every user can traverse: the database may run as another one. */
export function makeTestFolder(prefix: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${Date.now()}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** A run that was killed leaves its servers and its folder; the next one takes them away. */
export async function sweepLeftovers(
  prefix: string,
  clear: (folder: string) => Promise<unknown>,
): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((n) => n.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name);
    const age = Date.now() - Number(name.slice(prefix.length).split("-")[0]);
    if (age < 5_000 || !isFolderFree(folder)) continue;
    await clear(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as it was when we saw it: ids are reused, so an id alone proves nothing. */
export type ProcessMark = { pid: number; startedAt: string };

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

// Slim Linux images have no ps, macOS has no /proc.
function askPs(pid: number, column: string): string | null {
  try {
    const args = ["-ww", "-o", `${column}=`, "-p", String(pid)];
    return execFileSync("ps", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}

function startTimeOf(pid: number): string | null {
  if (process.platform !== "linux") return askPs(pid, "lstart");
  const stat = readProc(pid, "stat");
  // The second field is the command in parentheses and may hold spaces.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}

export function commandLineOf(pid: number): string | null {
  if (process.platform !== "linux") return askPs(pid, "args");
  return readProc(pid, "cmdline")?.replaceAll("\0", " ") ?? null;
}

export function markProcess(pid: number): ProcessMark {
  return { pid, startedAt: startTimeOf(pid) ?? "" };
}

export function isSameProcess(mark: ProcessMark): boolean {
  return isAlive(mark.pid) && (startTimeOf(mark.pid) ?? "") === mark.startedAt;
}

/** @returns whether the process is gone. */
export async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

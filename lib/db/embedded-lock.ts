import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  commandLineOf,
  isAlive,
  isSameProcess,
  markProcess,
  type ProcessMark,
  waitForEnd,
} from "@/lib/db/embedded-processes";

const LOCK_FILE = "in-use-by.json";

/** The folder is in use by a process that is alive: never touch its server. */
export class FolderInUseError extends Error {
  override name = "FolderInUseError";
}

function readLock(folder: string): ProcessMark | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, LOCK_FILE), "utf8")) as ProcessMark;
  } catch {
    return null;
  }
}

/** @throws FolderInUseError when another live process holds the folder. */
export function takeFolder(folder: string): void {
  const holder = readLock(folder);
  if (holder !== null && isSameProcess(holder)) {
    throw new FolderInUseError(
      `The data folder ${folder} is in use by process ${holder.pid}, another Holdfast that is ` +
        "running. Stop that one first, or choose another folder with --data-dir DIR.",
    );
  }
  const file = path.join(folder, LOCK_FILE);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(markProcess(process.pid)), { flag: "wx", mode: 0o600 });
  } catch {
    throw new FolderInUseError(`Another Holdfast is starting in ${folder} at this moment.`);
  }
}

export function isFolderFree(folder: string): boolean {
  const holder = readLock(folder);
  return holder === null || !isSameProcess(holder);
}

export function leaveFolder(folder: string): void {
  if (readLock(folder)?.pid === process.pid) rmSync(path.join(folder, LOCK_FILE), { force: true });
}

/**
 * Fast shutdown: open transactions are rolled back, the data is consistent. Thrown-away data needs
 * no last checkpoint.
 */
export async function stopServer(pid: number, isDataKept = true): Promise<void> {
  const signals = isDataKept ? (["SIGINT", "SIGQUIT"] as const) : (["SIGQUIT"] as const);
  for (const signal of signals) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForEnd(pid, 15_000)) return;
  }
  throw new Error(`The Postgres server (process ${pid}) does not stop.`);
}

/**
 * Deals with what a killed run left in a cluster folder that we hold: a server that still runs is
 * stopped, a pid file whose process is gone, or is by now somebody else's, is removed.
 */
export async function clearLeftover(cluster: string): Promise<"none" | "stale" | "stopped"> {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return "none";
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  const isOurs = pid > 1 && isAlive(pid) && (commandLineOf(pid) ?? "").includes(cluster);
  if (isOurs) await stopServer(pid);
  rmSync(file, { force: true });
  return isOurs ? "stopped" : "stale";
}

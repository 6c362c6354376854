import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import {
  isSameProcess,
  markProcess,
  type ProcessMark,
  waitForEnd,
} from "@/lib/db/embedded-processes";

const TAIL_LINES = 25;

export type ChildOptions = {
  name: string;
  /** Arguments of node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Gets each line of output as it comes. */
  onLine?: ((line: string) => void) | undefined;
};

export type Child = {
  name: string;
  pid: number;
  /** Exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  lastLines(): string;
};

export type Supervisor = {
  folder: string;
  start(options: ChildOptions): Child;
  /** Something that is no child of ours but ends with us; stopped in reverse order of adding. */
  add(name: string, stop: () => Promise<void>): void;
  /** Calls back at most once: a child that must live has ended. */
  whenOneFails(listener: (name: string, output: string) => void): void;
  watch(name: string, ended: Promise<string | null>): void;
  stopAll(): Promise<void>;
  isStopping(): boolean;
};

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

async function stopGroup(pid: number): Promise<void> {
  killGroup(pid, "SIGTERM");
  await waitForEnd(pid, 10_000);
  // What the child started itself, and the child if it does not listen.
  killGroup(pid, "SIGKILL");
  await waitForEnd(pid, 2_000);
}

function registry(folder: string) {
  const file = path.join(folder, "processes.json");
  const read = (): ProcessMark[] => {
    try {
      return JSON.parse(readFileSync(file, "utf8")) as ProcessMark[];
    } catch {
      return [];
    }
  };
  return {
    read,
    write: (marks: ProcessMark[]) => writeFileSync(file, JSON.stringify(marks), { mode: 0o600 }),
    clear: () => rmSync(file, { force: true }),
  };
}

/** Ends what a killed run left behind in `folder`. @returns how many processes that were. */
export async function stopLeftovers(folder: string): Promise<number> {
  const known = registry(folder);
  const alive = known.read().filter(isSameProcess);
  for (const { pid } of alive.toReversed()) await stopGroup(pid);
  known.clear();
  return alive.length;
}

function startChild(folder: string, { name, args, env, onLine }: ChildOptions) {
  // A group of its own: Ctrl-C reaches only us, and we end everything in order.
  const child = spawn(process.execPath, args, {
    env,
    cwd: PROJECT_ROOT,
    detached: true,
    stdio: "pipe",
  });
  child.stdin.end();
  const logs = path.join(folder, "logs");
  mkdirSync(logs, { recursive: true });
  const file = createWriteStream(path.join(logs, `${name.replaceAll(" ", "-")}.log`));
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      tail.push(line);
      if (tail.length > TAIL_LINES) tail.shift();
      file.write(`${line}\n`);
      onLine?.(line);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      tail.push(error.message);
      resolve(1);
    });
    // "close" comes after the last output, "exit" before it.
    child.once("close", (code) => resolve(code));
  });
  void ended.then(() => file.end());
  return { name, pid: child.pid ?? -1, ended, lastLines: () => tail.join("\n") };
}

/** Starts children and ends them in reverse order; nothing else is ever touched. */
export function superviseProcesses(folder: string): Supervisor {
  mkdirSync(folder, { recursive: true });
  const known = registry(folder);
  const running: { name: string; pid: number | null; stop: () => Promise<void> }[] = [];
  const marks: ProcessMark[] = [];
  let stopping: Promise<void> | null = null;
  let onFailure: ((name: string, output: string) => void) | null = null;
  const fail = (name: string, output: string) => {
    if (stopping) return;
    onFailure?.(name, output);
    onFailure = null;
  };
  return {
    folder,
    start(options) {
      const child = startChild(folder, options);
      marks.push(markProcess(child.pid));
      known.write(marks);
      running.push({ name: child.name, pid: child.pid, stop: () => stopGroup(child.pid) });
      return child;
    },
    add(name, stop) {
      running.push({ name, pid: null, stop });
    },
    whenOneFails(listener) {
      onFailure = listener;
    },
    watch(name, ended) {
      void ended.then((output) => fail(name, output ?? ""));
    },
    stopAll() {
      stopping ??= (async () => {
        for (const entry of running.toReversed()) await entry.stop().catch(() => {});
        // Not before we wrote it: it may be that of another run, which keeps us from this folder.
        if (marks.length > 0) known.clear();
      })();
      return stopping;
    },
    isStopping: () => stopping !== null,
  };
}

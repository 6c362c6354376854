import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { type Binaries, CHILD_ENV, identity, type SystemUser } from "@/lib/db/embedded-binaries";

export type Server = { child: ChildProcess; pid: number; port: number };

export function readOrMakePassword(folder: string): string {
  const file = path.join(folder, "password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

export function initialise(
  folder: string,
  binaries: Binaries,
  user: SystemUser,
  password: string,
): void {
  const cluster = path.join(folder, "cluster");
  const passwordFile = path.join(folder, "initdb-password");
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) {
    chownSync(cluster, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const args = ["-D", cluster, "-U", "postgres", `--pwfile=${passwordFile}`, "--no-sync"];
  args.push("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions");
  const result = spawnSync(path.join(binaries.folder, "initdb"), args, {
    ...identity(user),
    cwd: "/",
    env: CHILD_ENV,
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (result.status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  throw new Error(`initdb could not create ${cluster}:\n${result.stderr || result.error?.message}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export function logTail(folder: string): string {
  const lines = readFileSync(path.join(folder, "server.log"), "utf8").trimEnd().split("\n");
  return lines.slice(-15).join("\n");
}

function isReady(cluster: string, pid: number): boolean {
  try {
    const lines = readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && (lines[7] ?? "").startsWith("ready");
  } catch {
    return false;
  }
}

async function launch(
  folder: string,
  binaries: Binaries,
  user: SystemUser,
  settings: string[],
): Promise<Server> {
  const cluster = path.join(folder, "cluster");
  const port = await freePort();
  const all = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `port=${port}`,
    ...settings,
  ];
  const log = openSync(path.join(folder, "server.log"), "w", 0o600);
  // A group of its own: Ctrl-C in the terminal must not end the database before the app.
  const child = spawn(
    path.join(binaries.folder, "postgres"),
    ["-D", cluster, ...all.flatMap((setting) => ["-c", setting])],
    { ...identity(user), cwd: "/", env: CHILD_ENV, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  let failure: string | null = null;
  child.once("error", (error) => {
    failure = error.message;
  });
  const end = Date.now() + 120_000;
  while (!isReady(cluster, child.pid ?? -1)) {
    if (failure !== null) throw new Error(`Postgres did not start: ${failure}`);
    if (child.exitCode !== null || Date.now() > end) {
      child.kill("SIGQUIT");
      throw new Error(`Postgres did not start:\n${logTail(folder)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return { child, pid: child.pid ?? -1, port };
}

export async function launchWithRetry(...args: Parameters<typeof launch>): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(...args);
    } catch (error) {
      // The free port may be taken in between; shared memory of a killed server lingers a moment.
      const isPassing = /could not bind|shared memory block/.test(String(error));
      if (!isPassing || attempt === 4) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

export async function createOwnerAndDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password });
  await client.connect();
  try {
    const secret = client.escapeLiteral(password);
    await client.query(`CREATE ROLE holdfast LOGIN CREATEROLE CREATEDB PASSWORD ${secret}`);
    await client.query("CREATE DATABASE holdfast OWNER holdfast");
  } finally {
    await client.end();
  }
}

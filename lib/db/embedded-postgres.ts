// A real Postgres server from the binaries in node_modules, for trying Holdfast, developing and
// testing. Production brings its own server.
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  type Binaries,
  canReach,
  chooseSystemUser,
  findBinaries,
  PROJECT_ROOT,
  reachableFolder,
  type SystemUser,
} from "@/lib/db/embedded-binaries";
import {
  createOwnerAndDatabase,
  initialise,
  launchWithRetry,
  logTail,
  readOrMakePassword,
  type Server,
} from "@/lib/db/embedded-cluster";
import { clearLeftover, leaveFolder, stopServer, takeFolder } from "@/lib/db/embedded-lock";

export type EmbeddedPostgres = {
  /** Database `holdfast` as its owner, a plain role that may create roles and databases. */
  url: string;
  port: number;
  pid: number;
  /** Where the data really is: as root it may have to lie outside the project. */
  dataDir: string;
  /** Sentences for the person at the terminal: data moved, a leftover server stopped. */
  notes: string[];
  isNew: boolean;
  /** Resolves when the server has ended, with the last lines of its log if nobody asked for it. */
  ended: Promise<string | null>;
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  dataDir?: string;
  /** Trades durability for speed; the data is thrown away after `stop`. */
  isForTests?: boolean;
};

export const DEFAULT_DATA_DIR = path.join(PROJECT_ROOT, ".data", "postgres");

const TEST_SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
];

function ownerOf(cluster: string): number | null {
  return existsSync(path.join(cluster, "PG_VERSION")) ? statSync(cluster).uid : null;
}

function movedFolder(wanted: string): string {
  const key = wanted === DEFAULT_DATA_DIR ? "postgres" : `data${wanted.replaceAll(/\W+/g, "-")}`;
  return reachableFolder(key);
}

/** The folder asked for, or, where the user Postgres runs as cannot get there, one it can reach. */
function chooseFolder(wanted: string): { folder: string; user: SystemUser } {
  const user = chooseSystemUser(ownerOf(path.join(wanted, "cluster")));
  mkdirSync(wanted, { recursive: true, mode: 0o755 });
  if (user === null || canReach(user, wanted)) return { folder: wanted, user };
  const folder = movedFolder(wanted);
  return { folder, user: chooseSystemUser(ownerOf(path.join(folder, "cluster"))) };
}

function movedNote(wanted: string, folder: string, binaries: Binaries, user: SystemUser): string {
  const what = binaries.isCopied ? "its data and a copy of its programs are" : "its data is";
  return `Postgres runs as user ${user?.name}, who cannot reach ${wanted}: ${what} in ${path.dirname(folder)}.`;
}

/** @throws FolderInUseError when another live Holdfast uses the folder. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const wanted = path.resolve(options.dataDir ?? DEFAULT_DATA_DIR);
  const { folder, user } = chooseFolder(wanted);
  const notes: string[] = [];
  takeFolder(folder);
  try {
    const binaries = findBinaries(user);
    if (folder !== wanted) notes.push(movedNote(wanted, folder, binaries, user));
    const password = readOrMakePassword(folder);
    const cluster = path.join(folder, "cluster");
    const isNew = !existsSync(path.join(folder, "is-complete"));
    const leftover = await clearLeftover(cluster);
    if (leftover === "stopped") notes.push("Stopped the database server that an earlier run left.");
    if (isNew) initialise(folder, binaries, user, password);
    const settings = options.isForTests ? TEST_SETTINGS : [];
    const server = await launchWithRetry(folder, binaries, user, settings);
    if (isNew) {
      await createOwnerAndDatabase(server.port, password);
      writeFileSync(path.join(folder, "is-complete"), "");
    }
    const isDataKept = options.isForTests !== true;
    return describe(server, { folder, password, notes, isNew, isDataKept });
  } catch (error) {
    leaveFolder(folder);
    throw error;
  }
}

type Started = {
  folder: string;
  password: string;
  notes: string[];
  isNew: boolean;
  isDataKept: boolean;
};

function describe(server: Server, started: Started): EmbeddedPostgres {
  const { folder, password, notes, isNew, isDataKept } = started;
  let isStopping = false;
  const ended = new Promise<string | null>((resolve) => {
    server.child.once("exit", () => resolve(isStopping ? null : logTail(folder)));
  });
  return {
    url: `postgresql://holdfast:${password}@127.0.0.1:${server.port}/holdfast`,
    port: server.port,
    pid: server.pid,
    dataDir: folder,
    notes,
    isNew,
    ended,
    async stop() {
      isStopping = true;
      await stopServer(server.pid, isDataKept);
      leaveFolder(folder);
    },
  };
}

/** Removes the cluster of a folder nobody uses, wherever it had to be put. */
export async function removeEmbeddedData(dataDir: string = DEFAULT_DATA_DIR): Promise<void> {
  const wanted = path.resolve(dataDir);
  if (!existsSync(wanted)) return;
  const { folder } = chooseFolder(wanted);
  takeFolder(folder);
  await clearLeftover(path.join(folder, "cluster"));
  // By name: the folder was chosen by a person and may hold other things.
  for (const name of ["is-complete", "cluster", "password", "server.log"]) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  leaveFolder(folder);
}

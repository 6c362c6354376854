// Runs Prisma's own schema engine as WebAssembly. The Prisma CLI wants to download a native engine,
// which an offline server cannot; the WebAssembly build is the same engine and writes the same
// `_prisma_migrations` rows, so `prisma migrate deploy` stays usable on the same database.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";

const FILTERS = { externalTables: [], externalEnums: [] };
const projectRoot = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));
export const MIGRATIONS_DIR = path.join(projectRoot, "prisma", "migrations");
export const SCHEMA_FILE = path.join(projectRoot, "prisma", "schema.prisma");

type MigrationsList = {
  baseDir: string;
  lockfile: { path: string; content: string | null };
  migrationDirectories: {
    path: string;
    migrationFile: { path: string; content: { tag: "ok"; value: string } };
  }[];
  shadowDbInitScript: string;
};

type Engine = {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  diagnoseMigrationHistory(input: unknown): Promise<{
    history: unknown;
    failedMigrationNames: string[];
    editedMigrationNames: string[];
    hasMigrationsTable: boolean;
  }>;
  markMigrationRolledBack(input: { migrationName: string }): Promise<unknown>;
  diff(input: unknown): Promise<{ stdout: string | null }>;
  free(): void;
};

type EngineModule = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: Record<
    "new",
    (options: unknown, log: (line: string) => void, adapter: unknown) => Promise<Engine>
  >;
};

/** The engine never clears the timer of its lock time-out, which would keep us alive for ten seconds. */
function withPassingTimers(glue: EngineModule): WebAssembly.ModuleImports {
  const functions = { ...glue } as unknown as Record<string, WebAssembly.ImportValue>;
  const name = Object.keys(functions).find((key) => key.startsWith("__wbg_setTimeout"));
  if (name !== undefined) {
    functions[name] = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  }
  return functions;
}

let engineModule: Promise<EngineModule> | undefined;

function loadEngineModule(): Promise<EngineModule> {
  engineModule ??= (async () => {
    const entry = path.join(
      projectRoot,
      "node_modules/@prisma/schema-engine-wasm/schema_engine_bg.js",
    );
    const glue = (await import(
      /* turbopackIgnore: true */ pathToFileURL(entry).href
    )) as EngineModule;
    const bytes = await readFile(entry.replace(/\.js$/, ".wasm"));
    const instance = await WebAssembly.instantiate(
      await WebAssembly.compile(new Uint8Array(bytes)),
      {
        "./schema_engine_bg.js": withPassingTimers(glue),
      },
    );
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return glue;
  })();
  return engineModule;
}

/** The stock adapter splits scripts at ";", which breaks DO blocks and function bodies. */
class WholeScriptAdapter extends PrismaPg {
  /** The engine reports a failing script only by number; this is what Postgres said. */
  scriptError: unknown;
  private readonly pools: { end(): Promise<void> }[] = [];

  override async connect() {
    const connection = await super.connect();
    this.pools.push(connection.underlyingDriver());
    connection.executeScript = async (script: string) => {
      try {
        await connection.underlyingDriver().query(script);
      } catch (error) {
        this.scriptError = error;
        throw error;
      }
    };
    return connection;
  }

  /** The engine leaves its pools open, which keeps the process alive for ten seconds more. */
  async close(): Promise<void> {
    await Promise.allSettled(this.pools.map((pool) => pool.end()));
  }
}

async function withEngine<T>(databaseUrl: string, use: (engine: Engine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngineModule();
  const schema = await readFile(SCHEMA_FILE, "utf8");
  const adapter = new WholeScriptAdapter({
    connectionString: databaseUrl,
    options: "-c lock_timeout=2000",
  });
  const engine = await SchemaEngine.new(
    { datamodels: [[SCHEMA_FILE, schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await use(engine);
  } catch (error) {
    throw adapter.scriptError ?? error;
  } finally {
    engine.free();
    await adapter.close();
  }
}

async function migrationsList(): Promise<MigrationsList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true });
  const names = entries.filter((e) => e.isDirectory()).map((e) => e.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(path.join(MIGRATIONS_DIR, name, "migration.sql"), "utf8"),
        },
      },
    })),
  );
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    migrationDirectories,
    shadowDbInitScript: "",
  };
}

/** A file is one query and with that one transaction: of what failed only the engine's mark is left. */
async function forgetFailed(ownerUrl: string, migrationsList: MigrationsList): Promise<void> {
  await withEngine(ownerUrl, async (engine) => {
    const asked = { migrationsList, filters: FILTERS, optInToShadowDatabase: false };
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory(asked);
    for (const migrationName of failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName });
  });
}

const TRIES = 30;
const PAUSE_MS = 1_000;
/** A table was in use, by a backup perhaps; or an earlier run ended in the middle. */
const PASSING: ReadonlySet<unknown> = new Set(["55P03", "P3009"]);

/**
 * Applies what is missing, as the owner of the database. Where a table is in use it lets the others go on
 * and tries again. @returns names of the migrations applied now, by the last try
 */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const list = await migrationsList();
  for (let left = TRIES; ; left -= 1) {
    try {
      return await withEngine(ownerUrl, async (engine) => {
        const result = await engine.applyMigrations({ migrationsList: list, filters: FILTERS });
        return result.appliedMigrationNames;
      });
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (!PASSING.has(code) || left === 0) throw error;
      await forgetFailed(ownerUrl, list);
      if (code === "55P03") await rest(PAUSE_MS);
    }
  }
}

/** Names of the migrations in this build, oldest first. */
export async function knownMigrations(): Promise<string[]> {
  return (await migrationsList()).migrationDirectories.map((m) => m.path);
}

/** SQL that leads from one schema file (or from nothing) to another; needs no database contents. */
export async function diffSchemas(
  databaseUrl: string,
  from: string | null,
  to: string,
): Promise<string> {
  const files = (content: string) => [{ path: "schema.prisma", content }];
  return withEngine(databaseUrl, async (engine) => {
    const result = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: files(from) },
      to: { tag: "schemaDatamodel", files: files(to) },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: FILTERS,
    });
    return result.stdout ?? "";
  });
}

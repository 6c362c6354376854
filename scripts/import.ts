import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { ctxForSystem } from "@/lib/auth/ctx-for-system";
import { closeConnections } from "@/lib/db/client";
import { isAppError } from "@/lib/errors";
import { staffWords } from "@/lib/i18n/staff-words";
import { exportRejectedRows } from "@/lib/imports/export-rejected-rows";
import { importFile } from "@/lib/imports/import-file";
import { IMPORT_KINDS, type ImportKindName } from "@/lib/imports/kinds/import-kind";
import type { ImportDto } from "@/lib/imports/load-import";
import { mappingSchema } from "@/lib/imports/mapping/mapping";
import { keepMemorySmall } from "./support/small-memory";

const USAGE = `Usage: npm run import -- --workspace SLUG --kind ${IMPORT_KINDS.join("|")} FILE
  --mapping FILE.json   columns and formats that stand against the guess, like
                        {"columns": {"externalId": "No."}, "numberFormat": "comma", "dateFormat": "dmy"}
  --create-accounts     purchases: make accounts for ids that name none
  --accept-changes      go on although more than a fifth of the stored rows change
  --source NAME         the system the file comes from (default: csv)`;

class UsageError extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workspace: { type: "string" },
      kind: { type: "string" },
      mapping: { type: "string" },
      source: { type: "string" },
      "create-accounts": { type: "boolean", default: false },
      "accept-changes": { type: "boolean", default: false },
    },
  });
  const kind = IMPORT_KINDS.find((name) => name === values.kind);
  const [path, ...more] = positionals;
  if (!values.workspace) throw new UsageError("--workspace is missing: the slug of the workspace.");
  if (!kind) throw new UsageError(`--kind must be one of ${IMPORT_KINDS.join(", ")}.`);
  if (!path || more.length > 0) throw new UsageError("Name one file.");
  return { ...values, workspace: values.workspace, kind, path };
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new UsageError("The file named by --mapping cannot be read.");
  });
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new UsageError("The file named by --mapping must hold one JSON object.");
  }
}

async function readMapping(path: string | undefined, createsAccounts: boolean) {
  const given = path === undefined ? {} : await readJson(path);
  const mapping = mappingSchema.partial().parse(given);
  const present = Object.entries(mapping).filter(
    ([name, value]) => name in given && value !== undefined,
  );
  return { ...Object.fromEntries(present), ...(createsAccounts ? { createsAccounts } : {}) };
}

function showProgress(done: number, total: number): void {
  const line = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} rows`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
}

function summary(result: ImportDto): string {
  const count = (n: number) => n.toLocaleString("en");
  const words = staffWords("en", "imports");
  const lines = [
    `${result.kindLabel} from ${result.fileName}: ${count(result.rowsNew)} new, ${count(result.rowsChanged)} changed, ${count(result.rowsUnchanged)} unchanged, ${count(result.rowsRejected)} rejected.`,
    ...result.notes.map((note) => `  ${words(`notes.${note.code}`, { count: note.count })}`),
  ];
  return lines.join("\n");
}

async function run(): Promise<number> {
  const args = readArguments();
  keepMemorySmall();
  // The command speaks English, whatever the workspace speaks.
  const ctx = { ...(await ctxForSystem(args.workspace, "import")), locale: "en" };
  const mapping = await readMapping(args.mapping, args["create-accounts"]);
  const source = args.source === undefined ? {} : { source: args.source };
  const kind: ImportKindName = args.kind;
  const result = await importFile({
    ctx,
    input: {
      kind,
      path: args.path,
      mapping,
      acceptsChanges: args["accept-changes"],
      ...source,
    },
    onProgress({ rowsDone, rowsTotal }) {
      showProgress(rowsDone, rowsTotal);
      return true;
    },
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  if (result.state === "failed") {
    console.error(result.message);
    return 1;
  }
  console.log(summary(result));
  if (result.rowsRejected > 0) {
    const file = await exportRejectedRows({ ctx, input: { batchId: result.batchId } });
    await pipeline(file.text, createWriteStream(file.fileName));
    console.error(`The rejected rows and why: ${file.fileName}`);
  }
  const taken = result.rowsNew + result.rowsChanged + result.rowsUnchanged;
  return result.rowsRejected > 0 || taken === 0 ? 1 : 0;
}

function explain(error: unknown): string {
  const isUnreadable = error instanceof TypeError && "code" in error;
  if (error instanceof UsageError || isUnreadable) return `${error.message}\n\n${USAGE}`;
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n");
  }
  if (isAppError(error)) {
    const fields = Object.entries(error.fieldErrors).map(([name, text]) => `  ${name}: ${text}`);
    return [error.message, ...fields].join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeConnections();
}

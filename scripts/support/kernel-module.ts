import { readFileSync } from "node:fs";
import path from "node:path";
import wabt from "wabt";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";

const KERNEL = path.join(PROJECT_ROOT, "lib/facts/kernel");
export const KERNEL_MODULE = path.join(KERNEL, "add-stretches.ts");

/** The text of add-stretches.ts: the compiled loop of add-stretches.wat, which bundlers take along as any text. */
export async function kernelModule(): Promise<string> {
  const name = "add-stretches.wat";
  const parsed = (await wabt()).parseWat(name, readFileSync(path.join(KERNEL, name), "utf8"));
  parsed.validate();
  const compiled = Buffer.from(parsed.toBinary({}).buffer).toString("base64");
  return `// Made of add-stretches.wat by scripts/make-kernel.ts.\nexport const ADD_STRETCHES =\n  "${compiled}";\n`;
}

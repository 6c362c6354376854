import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The room whose own tests are asked, and which of them, as `scripts/mutation-test.ts` says; all without. */
const { HOLDFAST_MUTATION_ROOM: room = "**", HOLDFAST_MUTATION_TESTS: tests = "*" } = process.env;

/** The formulas' own tests, without those that read the sources: a mutated source is no page of documentation. */
export default defineConfig({
  plugins: [narrowImports()],
  resolve: { alias: { "@": root } },
  test: {
    root,
    // A loop that counts its own steps takes many times as long.
    testTimeout: 30_000,
    include: [`tests/unit/metrics/${room}/${tests}.test.ts`],
    exclude: ["tests/unit/metrics/{definitions,first-lines,purity}.test.ts"],
  },
});

/**
 * Tests come in by the library's one door, which opens onto every room. Asked anew for each change they
 * come in by the doors of what they ask for: loading the rest took most of the time.
 */
function narrowImports(): Plugin {
  const homes = homesOf(join(root, "lib/metrics"));
  const importOf = (name: string) => {
    const home = homes.get(name.split(" as ")[0] as string);
    return `import { ${name} } from "@/lib/metrics${home === undefined ? "" : `/${home}`}";`;
  };
  return {
    name: "narrow-imports",
    enforce: "pre",
    transform: (code) =>
      code.replace(/import \{([^}]*)\} from "@\/lib\/metrics";/g, (_, list: string) =>
        list
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type "))
          .map(importOf)
          .join(" "),
      ),
  };
}

/** The functions and constants behind the library's door, and the file each stands in. */
function homesOf(folder: string): Map<string, string> {
  const door = readFileSync(join(folder, "index.ts"), "utf8");
  const files = [...door.matchAll(/ from "\.\/([^"]+)";/g)].map(([, file = ""]) => file);
  return new Map(
    files.flatMap((file) => {
      const source = readFileSync(join(folder, `${file}.ts`), "utf8");
      const names = source.matchAll(/^export (?:function|const) (\w+)/gm);
      return [...names].map(([, name = ""]) => [name, file] as const);
    }),
  );
}

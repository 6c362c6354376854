import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vitest/config";

/**
 * Tests come in by the library's one door, which opens onto every room. Asked anew for each change they
 * come in by the doors of what they ask for: loading the rest took most of the time.
 */
export function narrowImports(root: string): Plugin {
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

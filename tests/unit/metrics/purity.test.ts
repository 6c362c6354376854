import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../lib/metrics", import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

describe("the library is pure and small", () => {
  it("imports nothing outside itself and reads no clock", () => {
    for (const { name, text } of sources) {
      for (const [, path = ""] of text.matchAll(/from "([^"]+)"/g))
        expect(`${name}: ${path}`).toMatch(/: \.{1,2}\//);
      expect(`${name} ${/\bDate\b\.|new Date|Math\.random|process\./.test(text)}`).toBe(
        `${name} false`,
      );
    }
  });

  it("keeps every formula file under 200 lines", () => {
    const long = sources.filter(
      ({ name, text }) => text.split("\n").length > 200 && !/types\.ts$|definitions/.test(name),
    );
    expect(long.map(({ name }) => name)).toEqual([]);
  });
});

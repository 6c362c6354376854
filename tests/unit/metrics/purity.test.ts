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

describe("reasons stand in one place", () => {
  it("every reason a measure gives is in core/reasons.ts; the loyalty map has its own", () => {
    const list = sources.find(({ name }) => name.endsWith("core/reasons.ts"))?.text ?? "";
    const known = [...list.matchAll(/\| "(\w+)"/g)].map(([, one]) => one);
    const given = sources
      .filter(({ name }) => !name.startsWith("loyalty"))
      .flatMap(({ text }) => [...text.matchAll(/reason: "(\w+)"|noFigure\([\w.]+, "(\w+)"\)/g)])
      .map(([, written, called]) => written ?? called);
    expect(given.length).toBeGreaterThan(20);
    expect(given.filter((reason) => !known.includes(reason))).toEqual([]);
  });
});

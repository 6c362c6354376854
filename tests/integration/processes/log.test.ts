import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** One line as a process writes it. */
function logged(entry: string): Record<string, unknown> {
  const script = `import("@/lib/log").then(({ log }) => log.warn(${entry}, "told"))`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return JSON.parse(stdout) as Record<string, unknown>;
}

test("a log line is one JSON object with time and level, in which secrets are left out", () => {
  const line = logged(`{
    workspaceId: "w-1", password: "hunter2", token: "hunter2", email: "ada@nordlys.example",
    person: { email: "ada@nordlys.example", token: "hunter2", password: "hunter2", id: 7 },
    err: Object.assign(new Error("no mail for ada@nordlys.example"), { code: "EENVELOPE" }),
  }`);
  expect(line).toMatchObject({
    level: 40,
    time: expect.any(Number),
    msg: "told",
    workspaceId: "w-1",
    person: { id: 7 },
    err: { code: "EENVELOPE" },
  });
  expect(JSON.stringify(line)).not.toMatch(/hunter2|ada@/);
});

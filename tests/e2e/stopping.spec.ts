import { spawn } from "node:child_process";
import http from "node:http";
import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { findFreePort } from "@/scripts/support/ports";

/** A request whose body takes its time. @returns its status, once `finish` sent the rest. */
function slowPost(port: number) {
  const options = { port, host: "127.0.0.1", path: "/api/mail/events", method: "POST" };
  const request = http.request(options);
  const status = new Promise<number | undefined>((resolve, reject) => {
    request.on("response", (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", reject);
  });
  request.write('{"events":');
  return { status, finish: () => request.end("[]}") };
}

test("on SIGTERM the app answers what it has in hand, takes nothing new and ends", async () => {
  const port = await findFreePort();
  const args = [
    "--import",
    "tsx",
    "scripts/start.ts",
    "--port",
    String(port),
    "--host",
    "127.0.0.1",
  ];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}/api/health`;
  await expect(async () => expect((await fetch(url)).ok).toBe(true)).toPass({ timeout: 30_000 });
  const upload = slowPost(port);
  await rest(500);
  child.kill("SIGTERM");
  // A connection of its own: one that is kept open may still be answered.
  const askAnew = () => fetch(url, { headers: { connection: "close" } });
  await expect(async () => expect(askAnew()).rejects.toThrow()).toPass({ timeout: 15_000 });
  expect(child.exitCode).toBeNull();
  upload.finish();
  // There is no secret in these tests, so the address does not exist; but it was answered.
  expect([401, 404]).toContain(await upload.status);
  await ended;
});

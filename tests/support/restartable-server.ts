import { rmSync } from "node:fs";
import net from "node:net";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { applyMigrations } from "@/lib/db/migration-engine";
import { makeTestFolder } from "./leftovers";

export type RestartableServer = {
  /** Stays the same over restarts. */
  url: string;
  /** Without a last word to anybody, as when the machine goes. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

/** A migrated Postgres of its own behind an address that stays, for tests that take it away. */
export async function startRestartableServer(): Promise<RestartableServer> {
  const folder = makeTestFolder("holdfast-test-");
  const launch = () => startEmbeddedPostgres({ dataDir: folder, isForTests: true });
  let server: EmbeddedPostgres | null = await launch();
  await applyMigrations(server.url);
  const lines = new Set<net.Socket>();
  const relay = net.createServer((line) => {
    if (!server) {
      line.destroy();
      return;
    }
    const onward = net.connect(server.port, "127.0.0.1");
    for (const [here, there] of [
      [line, onward],
      [onward, line],
    ] as const) {
      lines.add(here);
      here.on("error", () => there.destroy());
      here.on("close", () => {
        lines.delete(here);
        there.destroy();
      });
      here.pipe(there);
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const url = new URL(server.url);
  url.port = String((relay.address() as net.AddressInfo).port);
  async function kill(): Promise<void> {
    const running = server;
    server = null;
    await running?.stop();
  }
  return {
    url: url.href,
    kill,
    async start() {
      server = await launch();
    },
    async close() {
      await kill();
      for (const line of lines) line.destroy();
      await new Promise((resolve) => relay.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import pg from "pg";
import { APP_ROLE_OPTION } from "@/lib/db/client";
import { WORK_CHANNEL } from "./signal-work";

export type Listener = { stop(): Promise<void> };

const RECONNECT_MS = 5_000;

/**
 * Calls `onWork` with the kind soon after a signal was committed; with null after connecting, when
 * nobody knows what was missed. A lost connection is opened again; what was
 * signalled meanwhile is found by the sweep, so nothing depends on this.
 */
export function listenForWork(
  databaseUrl: string,
  onWork: (kind: string | null) => void,
): Listener {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  function retry(): void {
    client = null;
    if (isStopped || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void connect();
    }, RECONNECT_MS);
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      options: APP_ROLE_OPTION,
      application_name: "holdfast-listen",
      keepAlive: true,
    });
    next.on("error", retry);
    next.on("end", retry);
    next.on("notification", ({ payload }) => onWork(payload ?? null));
    try {
      await next.connect();
      await next.query(`LISTEN ${WORK_CHANNEL}`);
      client = next;
      onWork(null);
    } catch {
      await next.end().catch(() => {});
      retry();
    }
  }

  const started = connect();
  return {
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await started;
      await client?.end().catch(() => {});
    },
  };
}

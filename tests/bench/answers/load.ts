import { Agent, request } from "node:http";
import { cpuOf } from "./cpu";

const CONNECTIONS = 16;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

export type Load = {
  perSecond: number;
  p50: number;
  p95: number;
  count: number;
  /** Milliseconds of computing a post, of the app and of the database; null where not known. */
  cpu: { app: number | null; database: number | null };
};

/** Posts one score, as the page's form does. @returns the status and where it leads. */
function post(origin: string, path: string, score: number): Promise<string> {
  const body = `score=${score}&website=`;
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, origin),
      {
        method: "POST",
        agent,
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": Buffer.byteLength(body),
          "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36",
        },
      },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve(`${answer.statusCode} ${answer.headers.location ?? ""}`));
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function each(before: number | null, after: number | null, count: number): number | null {
  return before === null || after === null ? null : (after - before) / count;
}

/** Posts for some seconds over a fixed number of connections, each taking the next token. */
export async function measureLoad(options: {
  origin: string;
  path: (token: string) => string;
  nextToken: () => string;
  seconds: number;
  /** What a right answer looks like; anything else ends the run. */
  expected: RegExp;
  pids: { app: number; database: number | null };
}): Promise<Load> {
  const before = { app: cpuOf(options.pids.app), database: cpuOf(options.pids.database) };
  const times: number[] = [];
  const start = performance.now();
  const end = start + options.seconds * 1000;
  async function client(): Promise<void> {
    for (let begin = performance.now(); begin < end; begin = performance.now()) {
      const outcome = await post(
        options.origin,
        options.path(options.nextToken()),
        (begin % 11) | 0,
      );
      if (!options.expected.test(outcome)) throw new Error(`not the expected answer: ${outcome}`);
      times.push(performance.now() - begin);
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const seconds = (performance.now() - start) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    count: times.length,
    cpu: {
      app: each(before.app, cpuOf(options.pids.app), times.length),
      database: each(before.database, cpuOf(options.pids.database), times.length),
    },
  };
}

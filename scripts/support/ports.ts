import { createServer } from "node:net";

/** A sentence for the person at the terminal; shown without a stack. */
export class StartError extends Error {
  override name = "StartError";
}

function tryToListen(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

export async function findFreePort(): Promise<number> {
  return (await tryToListen(0, "127.0.0.1")) ?? findFreePort();
}

export async function isPortFree(port: number): Promise<boolean> {
  // A server on all addresses and one on 127.0.0.1 alone do not always exclude each other.
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    if ((await tryToListen(port, host)) === null) return false;
  }
  return true;
}

export function parsePort(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`--${option} ${text} is not a port: give a number from 1 to 65535.`);
}

/** @throws StartError naming the port and the option that chooses another one. */
export async function requireFreePort(port: number, what: string, option: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new StartError(
    `Port ${port} (${what}) is taken by another program. ` +
      `Stop that program, or choose another port: --${option} ${port + 1}`,
  );
}

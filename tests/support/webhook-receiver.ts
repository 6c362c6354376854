import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = { headers: IncomingHttpHeaders; body: string };
export type Receiver = {
  /** host:port */
  host: string;
  url: string;
  received: Received[];
  /** What the next posts are answered with; "hang" answers nothing. */
  answers: (number | "hang")[];
  close: () => Promise<void>;
};

/** A system of a customer's own, on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: (number | "hang")[] = [];
  const server: Server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
    const answer = answers.shift() ?? 200;
    if (answer === "hang") return;
    response.writeHead(answer, answer === 302 ? { location: "http://127.0.0.1:1/" } : {}).end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}/in`,
    received,
    answers,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Trap = {
  url: string;
  /** Raw messages in the order they were accepted. */
  accepted: { to: string; raw: Buffer }[];
  parsed(): Promise<Email[]>;
  close(): Promise<void>;
};

type Rules = {
  /** An error refuses the recipient; its responseCode is the SMTP code. */
  refuse?: (address: string) => Error | null;
  /** Runs when the whole message has come, before it is acknowledged. */
  beforeAccept?: () => Promise<void>;
};

/** A real mail server that keeps what it is given. */
export async function openMailTrap(rules: Rules = {}): Promise<Trap> {
  const accepted: Trap["accepted"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) => done(rules.refuse?.(address) ?? null),
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      await rules.beforeAccept?.();
      accepted.push({
        to: session.envelope.rcptTo[0]?.address ?? "",
        raw: Buffer.concat(chunks),
      });
      done();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    parsed: () => Promise.all(accepted.map(({ raw }) => PostalMime.parse(raw))),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { classifyFailure, type Delivery, type SmtpFailure } from "./delivery";

export type Parcel = { from: string; to: string; message: Buffer };

export type SmtpSession = {
  /** @param beforeMessage Runs after the server's go-ahead and before the first byte of the message. */
  deliver(parcel: Parcel, beforeMessage: () => Promise<void>): Promise<Delivery>;
  close(): void;
};

const CONNECT_TIMEOUT_MS = 20_000;
const SILENCE_TIMEOUT_MS = 60_000;

/** `beforeMessage` refused: the mail is somebody else's by now and must not be touched. */
export class HandOverRefused extends Error {
  override name = "HandOverRefused";
}

function connectTo(smtpUrl: string): Promise<SMTPConnection> {
  const url = new URL(smtpUrl);
  const isSecure = url.protocol === "smtps:";
  const connection = new SMTPConnection({
    host: url.hostname,
    port: Number(url.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    ignoreTLS: url.searchParams.get("ignoreTLS") === "true",
    requireTLS: url.searchParams.get("requireTLS") === "true",
  });
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.connect(() => {
      // An idle connection that breaks later shows when the next mail is given to it.
      connection.on("error", () => {});
      if (!url.username) return resolve(connection);
      const user = decodeURIComponent(url.username);
      const pass = decodeURIComponent(url.password);
      connection.login({ credentials: { user, pass } }, (error) => {
        if (!error) return resolve(connection);
        connection.close();
        reject(error);
      });
    });
  });
}

/** Pulled only once the server has asked for the message, so `before` runs exactly in between. */
function messageStream(message: Buffer, before: () => Promise<void>): Readable {
  return Readable.from(
    (async function* () {
      await before();
      yield message;
    })(),
    { objectMode: false },
  );
}

function deliverOver(
  connection: SMTPConnection,
  { from, to, message }: Parcel,
  beforeMessage: () => Promise<void>,
): Promise<Delivery> {
  let isHandedOver = false;
  const stream = messageStream(message, async () => {
    await beforeMessage();
    isHandedOver = true;
  });
  return new Promise((resolve, reject) => {
    connection.send({ from, to: [to] }, stream, (error) => {
      if (!error) return resolve({ state: "sent" });
      if (stream.errored && !isHandedOver) return reject(stream.errored);
      resolve(classifyFailure(error, isHandedOver));
    });
  });
}

/** One connection, opened with the first mail and opened again after any failure. */
export function openSmtpSession(smtpUrl: string): SmtpSession {
  let open: SMTPConnection | null = null;
  function close(): void {
    open?.quit();
    open = null;
  }
  async function connected(): Promise<SMTPConnection> {
    if (open?.destroyed) open = null;
    open ??= await connectTo(smtpUrl);
    return open;
  }
  async function deliver(parcel: Parcel, beforeMessage: () => Promise<void>): Promise<Delivery> {
    let connection: SMTPConnection;
    try {
      connection = await connected();
    } catch (error) {
      return classifyFailure(error as SmtpFailure, false);
    }
    try {
      const delivery = await deliverOver(connection, parcel, beforeMessage);
      if (delivery.state !== "sent") close();
      return delivery;
    } catch (error) {
      // In the middle of DATA only a closed connection makes the server forget the mail.
      connection.close();
      open = null;
      throw error;
    }
  }
  return { deliver, close };
}

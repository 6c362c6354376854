// A mail server that delivers nothing: it keeps what it is given and shows it in a web inbox.
//   node --import tsx scripts/mail-catcher.ts --smtp-port 1025 --http-port 8025 --dir FOLDER
import { parseArgs } from "node:util";
import { SMTPServer } from "smtp-server";
import { openMailStore } from "./support/mail-store";
import { mailWebServer } from "./support/mail-web";

const { values } = parseArgs({
  options: {
    "smtp-port": { type: "string", default: "1025" },
    "http-port": { type: "string", default: "8025" },
    host: { type: "string", default: "127.0.0.1" },
    dir: { type: "string", default: ".data/mail" },
  },
});

const store = await openMailStore(values.dir);

const smtp = new SMTPServer({
  name: "holdfast-mail-catcher",
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  size: 25 * 1024 * 1024,
  closeTimeout: 1_000,
  onAuth(_auth, _session, callback) {
    callback(null, { user: "anyone" });
  },
  async onData(stream, session, callback) {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const { mailFrom, rcptTo } = session.envelope;
      const recipients = rcptTo.map((recipient) => recipient.address);
      await store.add(Buffer.concat(chunks), mailFrom ? mailFrom.address : "", recipients);
      callback(null);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
    }
  },
});
smtp.on("error", () => {});

const web = mailWebServer(store);
await new Promise<void>((resolve) =>
  smtp.listen(Number(values["smtp-port"]), "127.0.0.1", () => resolve()),
);
await new Promise<void>((resolve) =>
  web.listen(Number(values["http-port"]), values.host, () => resolve()),
);
console.log(`Mail for 127.0.0.1:${values["smtp-port"]} appears on port ${values["http-port"]}.`);

function stop(): void {
  web.close();
  web.closeAllConnections();
  smtp.close(() => process.exit(0));
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);

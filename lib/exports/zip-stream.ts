import { Zip, ZipDeflate } from "fflate";

export type ZipEntry = { name: string; body: AsyncIterable<string | Uint8Array> };

const ENCODER = new TextEncoder();

/** Files one after another as a zip in pieces: no more than one piece is held at a time. */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for await (const { name, body } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for await (const piece of body) {
      file.push(typeof piece === "string" ? ENCODER.encode(piece) : piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

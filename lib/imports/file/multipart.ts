import { AppError } from "@/lib/errors";

/** A form with one file, sent without script: the fields that stand before the file, then the file. */
export type FormUpload = {
  fields: Record<string, string>;
  fileName: string;
  file: AsyncGenerator<Uint8Array>;
};

const MAX_HEAD = 65_536;
const LINE = "\r\n";

function brokenOff(): AppError {
  return new AppError("INVALID_INPUT", "The upload broke off. Upload the file again.");
}

/** A growing view on the body: whoever takes bytes off its front lets go of them. */
function makeReader(body: AsyncIterable<Uint8Array>) {
  const pieces = body[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return {
    held: () => held,
    async more(): Promise<boolean> {
      const next = await pieces.next();
      if (next.done) return false;
      held = Buffer.concat([held, next.value]);
      return true;
    },
    take(count: number): Buffer {
      const taken = held.subarray(0, count);
      held = held.subarray(count);
      return taken;
    },
  };
}

type Reader = ReturnType<typeof makeReader>;

/** Everything before `mark`, which is taken off as well. */
async function takeUntil(reader: Reader, mark: string): Promise<Buffer> {
  for (;;) {
    const at = reader.held().indexOf(mark);
    if (at >= 0) {
      const before = Buffer.from(reader.take(at));
      reader.take(mark.length);
      return before;
    }
    if (reader.held().length > MAX_HEAD || !(await reader.more())) throw brokenOff();
  }
}

async function* untilBoundary(reader: Reader, boundary: string): AsyncGenerator<Uint8Array> {
  for (;;) {
    const at = reader.held().indexOf(boundary);
    if (at >= 0) {
      if (at > 0) yield Buffer.from(reader.take(at));
      break;
    }
    // What could be the beginning of the boundary stays until more has come.
    const safe = reader.held().length - boundary.length;
    if (safe > 0) yield Buffer.from(reader.take(safe));
    if (!(await reader.more())) throw brokenOff();
  }
  while (await reader.more()) reader.take(reader.held().length);
}

function attribute(head: string, name: string): string | undefined {
  return new RegExp(`[; ]${name}="([^"]*)"`, "i").exec(head)?.[1];
}

export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/form-data;.*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(
    contentType,
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/** Reads up to the file's first byte; the file itself passes by while it is read. */
export async function readFormUpload(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): Promise<FormUpload> {
  const reader = makeReader(body);
  const mark = `${LINE}--${boundary}`;
  const fields: Record<string, string> = {};
  await takeUntil(reader, `--${boundary}${LINE}`);
  for (;;) {
    const head = (await takeUntil(reader, `${LINE}${LINE}`)).toString("utf8");
    const fileName = attribute(head, "filename");
    const name = attribute(head, "name") ?? "";
    if (fileName !== undefined) return { fields, fileName, file: untilBoundary(reader, mark) };
    fields[name] = (await takeUntil(reader, mark)).toString("utf8");
    if ((await takeUntil(reader, LINE)).toString("utf8") === "--") break;
  }
  throw new AppError("INVALID_INPUT", "Choose a file.", {
    fieldErrors: { file: "Choose a file." },
  });
}

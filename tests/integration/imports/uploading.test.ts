import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { isSameOrigin } from "@/app/api/w/[workspace]/imports/same-origin";
import { takeUpload } from "@/app/api/w/[workspace]/imports/take-upload";
import { storedFile } from "@/lib/imports/file/stored-file";
import { useTestDatabase } from "../../support/database";
import { createWorld, type World } from "../../support/factories/world";

useTestDatabase();

const URL_OF = "http://localhost:3000/api/w/nordlys/imports";

/** Lines of orders, `bytes` long or a little more, made as they are read. */
function manyOrders(bytes: number, hash = createHash("sha256")): ReadableStream<Uint8Array> {
  let sent = 0;
  let line = 0;
  return new ReadableStream({
    pull(controller) {
      let piece = sent === 0 ? "Customer No,Line no,Order date,Amount\n" : "";
      while (piece.length < 65_536) {
        line += 1;
        piece += `K${line % 1000},L${line},2024-01-13,${line % 997}.25\n`;
      }
      const data = Buffer.from(piece);
      sent += data.length;
      hash.update(data);
      controller.enqueue(data);
      if (sent >= bytes) controller.close();
    },
  });
}

function send(world: World, url: string, body: BodyInit, headers: Record<string, string> = {}) {
  const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
  return takeUpload({ ctx: world.ctx(), request: new Request(url, init) });
}

test("a file of 30 MB arrives whole, byte for byte", async () => {
  const world = await createWorld();
  const hash = createHash("sha256");
  const result = await send(
    world,
    `${URL_OF}?kind=purchases&name=orders.csv`,
    manyOrders(31_457_280, hash),
  );
  expect(result.state).toBe("ready");
  const back = createHash("sha256");
  let bytes = 0;
  for await (const chunk of storedFile(world.ctx(), result.batchId)) {
    back.update(chunk);
    bytes += chunk.length;
  }
  expect(bytes).toBeGreaterThanOrEqual(31_457_280);
  expect(back.digest("hex")).toBe(hash.digest("hex"));
}, 60_000);

test("a body of another length than its Content-Length is no import", async () => {
  const world = await createWorld();
  const text = new Blob(["Id,Name\n1,a\n"]).stream();
  const result = await send(world, `${URL_OF}?kind=accounts&name=a.csv`, text, {
    "content-length": "13",
  });
  expect(result).toMatchObject({ state: "failed", message: /Only 12 of 13 bytes/ });
});

test("a plain form without script works the same", async () => {
  const world = await createWorld();
  const form = new FormData();
  form.set("kind", "accounts");
  form.set("source", "erp");
  form.set("file", new File(["Id,Name\n1,Ærø\n"], "C:\\lists\\accounts.csv"));
  const result = await send(world, URL_OF, form);
  expect(result.state).toBe("ready");
  const batch = await world.in((tx) =>
    tx.importBatch.findFirstOrThrow({ where: { workspaceId: world.workspace.id } }),
  );
  expect(batch).toMatchObject({ kind: "accounts", source: "erp", fileName: "accounts.csv" });
});

test("control characters in a file's name are left out, and a cut leaves whole characters", async () => {
  const world = await createWorld();
  const name = `b\0ad\r\n${"\u{1f600}".repeat(120)}.csv`;
  const url = `${URL_OF}?kind=accounts&name=${encodeURIComponent(name)}`;
  expect((await send(world, url, "Id,Name\n1,a\n")).state).toBe("ready");
  const batch = await world.in((tx) =>
    tx.importBatch.findFirstOrThrow({ where: { workspaceId: world.workspace.id } }),
  );
  expect(batch.fileName).not.toMatch(/\p{Cc}|\ufffd/u);
  expect(batch.fileName.endsWith(".csv")).toBe(true);
});

test("a form without a file, or with no kind, is refused at its field", async () => {
  const world = await createWorld();
  const empty = new FormData();
  empty.set("kind", "accounts");
  await expect(send(world, URL_OF, empty)).rejects.toMatchObject({
    fieldErrors: { file: "Choose a file." },
  });
  await expect(send(world, `${URL_OF}?name=a.csv`, "Id\n1\n")).rejects.toMatchObject({
    issues: [{ path: ["kind"] }],
  });
});

test("only pages of the same origin may upload", () => {
  const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers));
  expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(
    from({ "sec-fetch-site": "cross-site", origin: "http://a.example", host: "a.example" }),
  ).toBe(false);
  expect(from({ "sec-fetch-site": "same-site" })).toBe(false);
  expect(from({ origin: "http://a.example", host: "a.example" })).toBe(true);
  expect(from({ origin: "http://b.example", host: "a.example" })).toBe(false);
  expect(from({ origin: "null", host: "a.example" })).toBe(false);
  expect(from({ host: "a.example" })).toBe(false);
});

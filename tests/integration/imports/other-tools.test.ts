import { expect, test } from "vitest";
import { getImportMapping } from "@/lib/imports/get-import-mapping";
import { derivedId } from "@/lib/imports/kinds/derived-id";
import { useTestDatabase } from "../../support/database";
import { createWorld } from "../../support/factories/world";
import { ACCOUNTS, counts, importText, upload } from "./import-world";

useTestDatabase();

const notes = (result: { notes: { code: string; count: number }[] }) =>
  Object.fromEntries(result.notes.map(({ code, count }) => [code, count]));

const DEALS =
  "Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company (Primary)\n" +
  "1,Pumps,Closed won,1200.50,2026-01-31 10:15,aarhus vand\n" +
  "2,More pumps,Closed lost,900,2026-02-28 10:15,Aarhus Vand\n" +
  "3,Next year,Negotiation,5000,2031-02-28 10:15,Bergen Pumpe\n" +
  "4,Filters,Closed Won,80,2026-03-01 09:00,Nobody Ltd\n" +
  "5,,,,,\n";

test("of a CRM's deals the won ones become purchases, the others are passed over, nobody is lost", async () => {
  const world = await createWorld();
  const where = { workspaceId: world.workspace.id };
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const result = await importText(world.ctx(), "purchases", DEALS);
  expect(counts(result)).toEqual([1, 0, 0, 1]);
  expect(notes(result)).toEqual({ notWon: 3 });
  const rows = await world.in((tx) => tx.purchase.findMany({ where, include: { account: true } }));
  expect(rows).toMatchObject([
    { externalId: "1", amountMinor: 120050n, chosenBy: null, account: { name: "Aarhus Vand" } },
  ]);
  expect(rows[0]?.orderedOn.toISOString().slice(0, 10)).toBe("2026-01-31");
  expect(await world.in((tx) => tx.churnEvent.count({ where }))).toBe(0);
  expect(counts(await importText(world.ctx(), "purchases", DEALS))).toEqual([0, 0, 1, 1]);
});

test("answers of Delighted come in with their day and company; who did not answer is no answer", async () => {
  const world = await createWorld();
  const where = { workspaceId: world.workspace.id };
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const text =
    "id,person,survey_type,score,comment,created_at,Company\n" +
    // 23:30 in UTC is the next day here.
    "1,11,nps,9,Good,1769902200,Aarhus Vand\n" +
    "2,12,nps,3,,1769860800,Unknown Ltd\n" +
    "3,13,nps,,,1769860800,Bergen Pumpe\n" +
    "4,14,nps,,But I say this,1769860800,Bergen Pumpe\n";
  const result = await importText(world.ctx(), "answers", text);
  expect(counts(result)).toEqual([2, 0, 0, 1]);
  expect(notes(result)).toEqual({
    notAnswered: 1,
    surveysCreated: 1,
    answersOfNobody: 1,
    answersOfNoAccount: 1,
  });
  const rows = await world.in((tx) =>
    tx.responseEvent.findMany({
      where,
      orderBy: { externalId: "asc" },
      include: { account: true },
    }),
  );
  expect(rows).toMatchObject([
    { valueNumber: 9, account: { name: "Aarhus Vand" } },
    { valueNumber: 3, account: null },
  ]);
  expect(rows.map((row) => row.answeredOn.toISOString().slice(0, 10))).toEqual([
    "2026-02-01",
    "2026-01-31",
  ]);
});

test("a name that two accounts have names neither, and a merged account none", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", `${ACCOUNTS}K3,AARHUS VAND\n`);
  const purchases = "Id,Customer No,Date,Amount\n1,Aarhus Vand,2026-01-31,10\n2,K1,2026-01-31,10\n";
  expect(counts(await importText(world.ctx(), "purchases", purchases))).toEqual([1, 0, 0, 1]);
  await world.in(async (tx) => {
    const of = (externalId: string) =>
      tx.account.findFirstOrThrow({ where: { workspaceId: world.workspace.id, externalId } });
    const [kept, gone] = [await of("K1"), await of("K3")];
    await tx.account.update({
      where: { workspaceId_id: { workspaceId: gone.workspaceId, id: gone.id } },
      data: { mergedIntoId: kept.id },
    });
  });
  expect(counts(await importText(world.ctx(), "purchases", purchases))).toEqual([1, 0, 1, 0]);
});

test("what a file looks like is proposed, and another reading or none can be asked for", async () => {
  const world = await createWorld();
  const text = "Id,Date,Company,Score,Comment,Survey type\n1,2026-01-31,A,9,x,nps\n";
  const headed = text.replace("Date", "Created at").replace("Id", "Response ID");
  const { batchId } = await upload(world.ctx(), { kind: "answers", text: headed });
  const read = (as?: string) =>
    getImportMapping({ ctx: world.ctx(), input: { batchId, ...(as ? { as } : {}) } });
  expect(await read()).toMatchObject({
    origin: { from: "preset", key: "delighted" },
    readAs: ["delighted", "npsSheet"],
    otherKind: null,
  });
  expect((await read("npsSheet")).origin).toEqual({ from: "preset", key: "npsSheet" });
  expect((await read("guess")).origin).toEqual({ from: "guess" });
  expect((await read("nonsense")).origin).toEqual({ from: "preset", key: "delighted" });
  const other = await upload(world.ctx(), { kind: "accounts", text: DEALS });
  const shown = await getImportMapping({ ctx: world.ctx(), input: { batchId: other.batchId } });
  expect(shown.otherKind).toEqual({ key: "hubSpotDeals", kindLabel: "Purchases" });
});

test("people who answered twice on a day are counted twice, the second time the file comes not at all", async () => {
  const world = await createWorld();
  const rows = ["a@x.dk,9,2026-01-05", "a@x.dk,3,2026-01-05 14:00", "A@x.dk,9,2026-01-05 16:30"];
  const nobody = [",9,2026-01-05", ",9,2026-01-05"];
  const text = `E-mail,Score,Date\n${[...rows, ...nobody].join("\n")}\n`;
  expect(counts(await importText(world.ctx(), "answers", text))).toEqual([5, 0, 0, 0]);
  expect(counts(await importText(world.ctx(), "answers", text))).toEqual([0, 0, 5, 0]);
  // The next list begins with what is new.
  const grown = `E-mail,Score,Date\n${["b@x.dk,7,2026-01-06", ...rows].join("\n")}\n`;
  expect(counts(await importText(world.ctx(), "answers", grown))).toEqual([1, 0, 3, 0]);
});

test("answers that came in under the id of earlier versions are known again, by the same person and score", async () => {
  const world = await createWorld();
  await importText(world.ctx(), "accounts", ACCOUNTS);
  const head = "E-mail,Customer No,Score,Date\n";
  const rows = ["a@x.dk,,9,2026-01-05", ",K1,8,2026-01-05", ",,7,2026-01-05"];
  const late = "b@x.dk,,6,2025-12-31T23:00:00Z";
  const text = `${head}${[...rows, late].join("\n")}\n`;
  await importText(world.ctx(), "answers", text);
  const former = [
    [9, "a@x.dk", null, "2026-01-05", "2026-01-05"],
    [8, null, 3, "2026-01-05", "2026-01-05"],
    [7, null, 4, "2026-01-05", "2026-01-05"],
    [6, "b@x.dk", null, "2025-12-31", "2025-12-31"],
  ] as const;
  const workspaceId = world.workspace.id;
  await world.in(async (tx) => {
    for (const [valueNumber, email, place, written, day] of former) {
      const externalId = derivedId(null, [email, place, null, "nps", written]);
      const data = { externalId, answeredOn: new Date(day) };
      await tx.responseEvent.updateMany({ where: { workspaceId, valueNumber }, data });
    }
  });
  expect(counts(await importText(world.ctx(), "answers", text))).toEqual([0, 1, 3, 0]);
  expect(counts(await importText(world.ctx(), "answers", text))).toEqual([0, 0, 4, 0]);
  // Another score of that day, another account at that place, and a second one alike are answers of their own.
  const others = ["a@x.dk,,3,2026-01-05", ",K2,8,2026-01-05", "a@x.dk,,9,2026-01-05"];
  const more = `${head}${[...others, rows[0]].join("\n")}\n`;
  expect(counts(await importText(world.ctx(), "answers", more))).toEqual([3, 0, 1, 0]);
});

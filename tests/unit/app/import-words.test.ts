import { createElement } from "react";
import { expect, test } from "vitest";
import { ImportNotes } from "@/app/w/[workspace]/imports/[batch]/import-notes";
import { titleOf } from "@/app/w/[workspace]/imports/[batch]/title-of";
import { labelOf } from "@/app/w/[workspace]/imports/[batch]/trial-examples";
import type { ImportDto } from "@/lib/imports/load-import";
import { ALL_TABLES } from "@/lib/imports/tables/all-tables";
import { markupInEnglish } from "../../support/in-english";

const DONE: ImportDto = {
  batchId: "b",
  kind: "accounts",
  kindLabel: "Accounts",
  fileName: "accounts.csv",
  source: "csv",
  via: "file",
  state: "done",
  message: null,
  bytes: 1,
  rowsTotal: 3,
  rowsDone: 3,
  rowsNew: 1,
  rowsChanged: 1,
  rowsUnchanged: 0,
  rowsRejected: 1,
  notes: [],
  trial: null,
  createdAt: "2026-11-30T08:00:00Z",
  finishedAt: null,
};

test("an import's title counts what came in and what did not, in the forms of the language", () => {
  expect(titleOf(DONE, "en")).toBe("2 rows are in, 1 was rejected.");
  expect(titleOf({ ...DONE, rowsRejected: 0, rowsNew: 0 }, "en")).toBe("1 row is in.");
  expect(titleOf(DONE, "fi")).toBe("2 riviä on tuotu, 1 hylättiin.");
  expect(titleOf({ ...DONE, state: "failed", rowsDone: 1200 }, "da")).toBe(
    "Importen stoppede efter 1.200 rækker.",
  );
  expect(titleOf({ ...DONE, rowsNew: 0, rowsChanged: 0, rowsRejected: 0 }, "en")).toBe(
    "Everything in the file was here already.",
  );
});

test("a note names the first rows it is about, and that there are more", () => {
  const notes = [
    { code: "replaced", count: 1, rows: [2] },
    { code: "rounded", count: 12, rows: [3, 4] },
    { code: "productTypesCreated", count: 2, rows: [] },
  ] as const;
  const markup = markupInEnglish(
    createElement(ImportNotes, { notes: notes.map((note) => ({ ...note, rows: [...note.rows] })) }),
  );
  expect(markup).toContain("1 row was replaced by a later one with its id (row 2).");
  expect(markup).toContain("and were rounded (half to even) (rows 3, 4, …).");
  expect(markup).toContain("2 product types were added.");
});

test("every field a check may show has a name in each language", () => {
  const labels = [...ALL_TABLES.values()].flatMap(({ columns }) =>
    Object.values(columns).flatMap(({ label }) => label ?? []),
  );
  for (const label of new Set(labels)) {
    expect(labelOf(label, "en")).toBe(label);
    if (label !== "Region") expect(labelOf(label, "fi"), label).not.toBe(label);
  }
});

import { expect, test } from "vitest";
import { LINES_OF_PAGE, pageOfList, type WantedLines } from "@/lib/loyalty/coverage/page-of-list";

const LINES = Array.from({ length: 2 * LINES_OF_PAGE + 3 }, (_, at) => at);
const list = { total: LINES.length, revenueMinor: 7, lines: LINES };
const wanted: WantedLines = { allLines: false, list: "silent", page: 1 };

test("the pages of an opened list hold every line once, however many there are", () => {
  const pages = [1, 2, 3].map((page) => pageOfList(list, "silent", { ...wanted, page }));
  expect(pages.flatMap(({ lines }) => lines)).toEqual(LINES);
  expect(pages.map(({ page, total }) => [page, total])).toEqual([
    [1, LINES.length],
    [2, LINES.length],
    [3, LINES.length],
  ]);
  expect(pageOfList(list, "silent", { ...wanted, page: 99 })).toEqual(pages[2]);
});

test("a list that is not opened shows its first lines, a file has all of them", () => {
  expect(pageOfList(list, "no-signer", wanted)).toMatchObject({
    page: null,
    lines: { length: 10 },
  });
  const file = pageOfList(list, "no-signer", { ...wanted, allLines: true });
  expect(file).toEqual({ ...list, page: null });
  expect(pageOfList({ ...list, total: 0, lines: [] }, "silent", wanted).page).toBe(1);
});

import { expect, test } from "vitest";
import { withOwn } from "@/app/w/[workspace]/_loyalty/with-own";

const colleagues = [
  { id: "1", name: "Mette Holm" },
  { id: "2", name: "Jens Dam" },
];

test("a colleague who has left stays chosen in a form, and nobody stands in a list twice", () => {
  const left = { id: "3", name: "Lone Berg" };
  expect(withOwn(colleagues, left)).toEqual([left, ...colleagues]);
  expect(withOwn(colleagues, { id: "2", name: "Jens Dam" })).toEqual(colleagues);
  expect(withOwn(colleagues, null)).toEqual(colleagues);
});

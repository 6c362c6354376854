import { expect, test } from "vitest";
import { roomSentence, roomSentenceAlone } from "@/app/w/[workspace]/_loyalty/words/grow-words";
import type { GrowLineDto } from "@/lib/loyalty/grow.types";

const AS = { locale: "en", currency: "DKK", asOf: "2026-10-02" };
const spaced = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

function line(more: Partial<GrowLineDto>): GrowLineDto {
  return {
    account: { id: "a", name: "Vesterhav Kran" },
    state: null,
    isConvinced: true,
    roomMinor: 0,
    knownMinor: 0,
    known: [],
    typical: [],
    owner: null,
    ...more,
  };
}

const known = {
  productType: "Pumps",
  lowMinor: 50_000_000,
  highMinor: 90_000_000,
  provenance: "asked",
  on: "2026-05-03",
} as const;
const typical = (productType: string) => ({ productType, typicalMinor: 40_000_000, owners: 12 });

test("room that is known is told with its range, what is typical as typical", () => {
  const text = roomSentence(line({ known: [known], typical: [typical("Service")] }), AS);
  expect(spaced(text)).toBe(
    "500 k to 900 k elsewhere on Pumps (asked 3 May); does not have Service 400 k (typical of its size).",
  );
});

test("a wallet for everything names no product type, and one without a range tells one amount", () => {
  const all = {
    ...known,
    productType: null,
    highMinor: 50_000_000,
    provenance: "estimated",
  } as const;
  expect(spaced(roomSentence(line({ known: [all] }), AS))).toBe(
    "500 k elsewhere (estimated 3 May).",
  );
});

test("of many types it lacks three are named", () => {
  const types = ["A", "B", "C", "D", "E"].map(typical);
  expect(spaced(roomSentence(line({ typical: types }), AS))).toBe(
    "Does not have A 400 k, B 400 k, C 400 k, 2 more (typical of its size).",
  );
});

test("alone, without a heading that names it, each amount has its currency", () => {
  const alone = roomSentenceAlone(line({ typical: [typical("Service")] }), AS);
  expect(spaced(alone)).toBe("Does not have Service DKK 400 k (typical of its size).");
});

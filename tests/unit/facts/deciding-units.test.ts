import { expect, test } from "vitest";
import type { AccountRow } from "@/lib/facts/account-rows";
import { decidingUnits } from "@/lib/facts/deciding-units";

function account(id: string, given: Partial<AccountRow> = {}): AccountRow {
  return {
    id,
    name: id,
    externalId: null,
    parentId: null,
    mergedIntoId: null,
    decidesForSites: false,
    ownerId: null,
    ownerSinceDay: null,
    sizeBand: null,
    industry: null,
    country: null,
    region: null,
    currency: "DKK",
    customerSinceDay: null,
    acquiredBy: "unknown",
    attributes: {},
    ...given,
  };
}

function unitsOf(...accounts: AccountRow[]) {
  return decidingUnits(accounts).map(({ id, memberIds }) => [id, ...memberIds.slice(1)]);
}

test("sites are pooled only where the parent decides for them", () => {
  const accounts = [
    account("deciding", { decidesForSites: true }),
    account("site 1", { parentId: "deciding" }),
    account("site 2", { parentId: "deciding" }),
    account("group"),
    account("free site", { parentId: "group" }),
  ];
  expect(unitsOf(...accounts)).toEqual([
    ["deciding", "site 1", "site 2"],
    ["group"],
    ["free site"],
  ]);
});

test("a site of a site goes to the topmost account that decides", () => {
  const accounts = [
    account("c", { parentId: "b" }),
    account("b", { parentId: "a", decidesForSites: true }),
    account("a", { decidesForSites: true }),
  ];
  expect(unitsOf(...accounts)).toEqual([["a", "c", "b"]]);
});

test("a merged account counts where it was merged into, and nobody counts twice", () => {
  const accounts = [account("kept"), account("double", { mergedIntoId: "kept" })];
  expect(unitsOf(...accounts)).toEqual([["kept", "double"]]);
});

test("a circle of parents ends in one account and loses none", () => {
  const circle = [
    account("a", { parentId: "b", decidesForSites: true }),
    account("b", { parentId: "a", decidesForSites: true }),
  ];
  const units = decidingUnits(circle);
  expect(units).toHaveLength(1);
  expect(units[0]?.memberIds.toSorted()).toEqual(["a", "b"]);
});

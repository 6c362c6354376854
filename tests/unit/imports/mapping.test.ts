import { describe, expect, it } from "vitest";
import { ALL_KINDS } from "@/lib/imports/kinds/all-kinds";
import {
  formatContradictions,
  guessMapping,
  withFittingFormats,
} from "@/lib/imports/mapping/guess-mapping";
import { mappingErrors, mappingSchema } from "@/lib/imports/mapping/mapping";
import { fittingPresets } from "@/lib/imports/presets/all-presets";
import { planRun } from "@/lib/imports/run/plan-run";
import { rowLevels } from "@/lib/imports/run/row-levels";

const { accounts, contacts, contracts, purchases } = ALL_KINDS;

describe("the guess of columns", () => {
  it("knows Danish names of an order list", () => {
    const headers = ["Kundenr", "Linjenr", "Ordrenr.", "Ordredato", "Beløb", "Varegruppe"];
    const rows = [["K1", "1", "O1", "13.01.2024", "1.234,56", "Pumper"]];
    const mapping = guessMapping(purchases, { headers, rows }, "DKK");
    expect(mapping.columns).toEqual({
      externalId: "Linjenr",
      orderNumber: "Ordrenr.",
      accountExternalId: "Kundenr",
      orderedOn: "Ordredato",
      amount: "Beløb",
      productType: "Varegruppe",
    });
    expect(mapping).toMatchObject({ numberFormat: "comma", dateFormat: "dmy", currency: "DKK" });
  });

  it("gives one column to one field, except that people may be known by their e-mail", () => {
    const headers = ["Customer number", "Name", "E-mail"];
    const mapping = guessMapping(contacts, { headers, rows: [["1", "A", "a@b.dk"]] }, "DKK");
    expect(mapping.columns).toEqual({
      externalId: "E-mail",
      accountExternalId: "Customer number",
      fullName: "Name",
      email: "E-mail",
    });
  });

  it("leaves a form open that no mapped column shows", () => {
    const mapping = guessMapping(purchases, { headers: ["X", "Y"], rows: [["1.234", "a"]] }, "DKK");
    expect(mapping).toMatchObject({ columns: {}, numberFormat: null, dateFormat: null });
  });

  it("is replaced by a preset where the file is a known one", () => {
    const headers = [
      "Row ID",
      "Order ID",
      "Customer ID",
      "Segment",
      "Sub-Category",
      "Sales",
      "Profit",
    ];
    const keys = (kind: string, names: string[]) =>
      fittingPresets(kind, names).map((preset) => preset.key);
    expect(keys("purchases", headers)).toEqual(["superstorePurchases"]);
    expect(keys("purchases", headers.slice(1))).toEqual([]);
    expect(keys("contacts", headers)).toEqual([]);
  });
});

describe("a mapping", () => {
  const mapping = (columns: Record<string, string>, more = {}) =>
    mappingSchema.parse({ columns, currency: "DKK", ...more });

  it("needs a column for every required field, and each field is named", () => {
    expect(Object.keys(mappingErrors(accounts, ["Id"], mapping({ externalId: "Id" })))).toEqual([
      "column.name",
    ]);
  });

  it("names a column the file does not have and a field the kind does not have", () => {
    const errors = mappingErrors(
      accounts,
      ["Id"],
      mapping({ externalId: "Nr", name: "Id", amount: "Id" }),
    );
    expect(Object.keys(errors).sort()).toEqual(["column.amount", "column.externalId"]);
  });

  it("needs the form of numbers and dates only where such a column is mapped", () => {
    const names = mapping({ externalId: "Id", name: "Name" });
    expect(mappingErrors(accounts, ["Id", "Name"], names)).toEqual({});
    const dated = mapping({ externalId: "Id", name: "Name", customerSince: "Since" });
    expect(Object.keys(mappingErrors(accounts, ["Id", "Name", "Since"], dated))).toEqual([
      "dateFormat",
    ]);
  });

  it("is contradicted by rows that can only be read the other way", () => {
    const chosen = mapping(
      { amount: "Amount", orderedOn: "Date" },
      { numberFormat: "point", dateFormat: "mdy" },
    );
    const sample = { headers: ["Amount", "Date"], rows: [["1.234,56", "31/12/2024"]] };
    expect(Object.keys(formatContradictions(purchases, chosen, sample))).toEqual([
      "numberFormat",
      "dateFormat",
    ]);
    const open = { headers: ["Amount", "Date"], rows: [["1.234", "01/02/2024"]] };
    expect(formatContradictions(purchases, chosen, open)).toEqual({});
  });

  it("remembered from an earlier file keeps its forms only where this file agrees", () => {
    const earlier = mapping(
      { amount: "Amount", orderedOn: "Date" },
      { numberFormat: "point", dateFormat: "ymd" },
    );
    const fit = (amount: string, date: string) => {
      const sample = { headers: ["Amount", "Date"], rows: [[amount, date]] };
      const { numberFormat, dateFormat } = withFittingFormats(purchases, earlier, sample);
      return [numberFormat, dateFormat];
    };
    expect(fit("1234.50", "2024-01-13")).toEqual(["point", "ymd"]);
    expect(fit("1.234,50", "13.01.2024")).toEqual(["comma", "dmy"]);
    expect(fit("1234", "01/02/2024")).toEqual(["point", null]);
  });

  it("remembered keeps what the end of a term is, until a file speaks against it", () => {
    const columns = { externalId: "Id", startsOn: "From", endsOn: "To" };
    const earlier = mapping(columns, { dateFormat: "ymd", termEnd: "lastDay" });
    const fit = (...ends: string[]) => {
      const rows = ends.map((end, i) => [`C${i}`, "2024-01-01", end]);
      const sample = { headers: ["Id", "From", "To"], rows };
      return withFittingFormats(contracts, earlier, sample).termEnd;
    };
    expect(fit("", "")).toBe("lastDay");
    expect(fit("2024-06-01", "2024-12-20", "2024-11-20")).toBe("lastDay");
    expect(fit("2024-12-31", "2025-12-31")).toBe("lastDay");
    expect(fit("2025-01-01", "2026-01-01")).toBeNull();
  });

  it("refuses a currency that does not exist", () => {
    expect(mappingSchema.safeParse({ columns: {}, currency: "DKR" }).success).toBe(false);
  });
});

describe("the plan of a run", () => {
  async function* rows(ids: string[][]) {
    for (const [i, cells] of ids.entries()) yield [{ rowNumber: i + 2, cells }];
  }

  it("knows which row of an id is the last, and remembers only ids that repeat", async () => {
    const ids = [["a"], ["b"], [" a"], ["c"], ["a"], [""], [""]];
    const plan = await planRun(() => rows(ids), { ids: [0], parent: null });
    expect(plan.rowsTotal).toBe(7);
    expect([...plan.lastRowOf]).toEqual([["a", 6]]);
  });

  it("puts parents before children, however the file is sorted", () => {
    const levels = rowLevels(
      new Map([
        ["site", "country"],
        ["country", "group"],
        ["group", null],
        ["alone", "elsewhere"],
      ]),
    );
    expect(Object.fromEntries(levels.levelOf)).toEqual({ site: 2, country: 1, group: 0, alone: 0 });
    expect(levels.count).toBe(3);
    expect(levels.circular.size).toBe(0);
  });

  it("names the accounts of a circle, and only those", () => {
    const { circular } = rowLevels(
      new Map([
        ["a", "b"],
        ["b", "a"],
        ["self", "self"],
        ["below", "a"],
      ]),
    );
    expect([...circular].sort()).toEqual(["a", "b", "self"]);
  });
});

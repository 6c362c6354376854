import { describe, expect, it, test } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { staffWords } from "@/lib/i18n/staff-words";
import { ALL_KINDS } from "@/lib/imports/kinds/all-kinds";
import type { ImportKindName } from "@/lib/imports/kinds/import-kind";
import { mappingErrors } from "@/lib/imports/mapping/mapping";
import { fittingPresets, presetOfOtherKind } from "@/lib/imports/presets/all-presets";
import { PRESET_KEYS, presetMapping } from "@/lib/imports/presets/preset";

type File = { kind: ImportKindName; headers: string[]; row?: string[] };

function proposed({ kind, headers, row = [] }: File) {
  const [preset] = fittingPresets(kind, headers);
  if (!preset) return null;
  const sample = { headers, rows: [row] };
  const mapping = presetMapping(preset, ALL_KINDS[kind], sample, "DKK");
  return { key: preset.key, mapping, missing: mappingErrors(ALL_KINDS[kind], headers, mapping) };
}

const FILES: [string, File, Record<string, string>][] = [
  [
    "delighted",
    {
      kind: "answers",
      headers: "id,person,survey_type,score,comment,permalink,created_at,Company".split(","),
      row: ["5435", "332", "nps", "9", "Good", "https://x", "1706659200", "Aarhus Vand"],
    },
    {
      externalId: "id",
      accountExternalId: "Company",
      question: "survey_type",
      score: "score",
      comment: "comment",
      answeredOn: "created_at",
    },
  ],
  [
    "delighted",
    {
      kind: "answers",
      headers: ["Response ID", "Score", "Comment", "Person Email", "Created at", "Customer ID"],
      row: ["1", "9", "", "a@b.dk", "2024-01-31 10:00:00", "K1"],
    },
    {
      externalId: "Response ID",
      email: "Person Email",
      accountExternalId: "Customer ID",
      score: "Score",
      comment: "Comment",
      answeredOn: "Created at",
    },
  ],
  [
    "customerGauge",
    {
      kind: "answers",
      headers: ["Account Name", "Email", "NPS Score", "Comment", "Sent Date", "Response Date"],
      row: ["Aarhus Vand", "a@b.dk", "9", "", "2024-01-20", "2024-01-31"],
    },
    {
      email: "Email",
      accountExternalId: "Account Name",
      score: "NPS Score",
      comment: "Comment",
      answeredOn: "Response Date",
    },
  ],
  ...[
    ["Date", "Company", "E-mail", "Score", "Comment"],
    ["Dato", "Virksomhed", "E-mail", "Karakter", "Kommentar"],
    ["Datum", "Företag", "E-post", "Betyg", "Kommentar"],
    ["Dato", "Bedrift", "E-post", "Poeng", "Kommentar"],
    ["Päivämäärä", "Yritys", "Sähköposti", "Arvosana", "Kommentti"],
  ].map((headers): [string, File, Record<string, string>] => [
    "npsSheet",
    { kind: "answers", headers, row: ["31.01.2024", "Aarhus Vand", "a@b.dk", "9", ""] },
    {
      answeredOn: headers[0] ?? "",
      accountExternalId: headers[1] ?? "",
      email: headers[2] ?? "",
      score: headers[3] ?? "",
      comment: headers[4] ?? "",
    },
  ]),
  [
    "salesforceAccounts",
    {
      kind: "accounts",
      headers: ["Id", "Name", "ParentId", "Type", "Industry", "BillingCountry", "BillingState"],
    },
    {
      externalId: "Id",
      name: "Name",
      parentExternalId: "ParentId",
      industry: "Industry",
      country: "BillingCountry",
      region: "BillingState",
    },
  ],
  [
    "salesforceContacts",
    {
      kind: "contacts",
      headers: ["Contact ID", "First Name", "Last Name", "Account ID", "Title", "Email"],
    },
    {
      externalId: "Contact ID",
      accountExternalId: "Account ID",
      firstName: "First Name",
      lastName: "Last Name",
      title: "Title",
      email: "Email",
    },
  ],
  [
    "salesforceDeals",
    {
      kind: "purchases",
      headers: [
        "Opportunity ID",
        "Opportunity Name",
        "Account Name",
        "Stage",
        "Amount",
        "Close Date",
      ],
      row: ["006", "Pumps", "Aarhus Vand", "Closed Won", "1200.50", "2024-01-31"],
    },
    {
      externalId: "Opportunity ID",
      accountExternalId: "Account Name",
      accountName: "Account Name",
      orderedOn: "Close Date",
      amount: "Amount",
      dealState: "Stage",
    },
  ],
  [
    "hubSpotAccounts",
    { kind: "accounts", headers: ["Record ID", "Company name", "Country/Region", "Industry"] },
    {
      externalId: "Record ID",
      name: "Company name",
      country: "Country/Region",
      industry: "Industry",
    },
  ],
  [
    "hubSpotContacts",
    {
      kind: "contacts",
      headers: [
        "Record ID",
        "First Name",
        "Last Name",
        "Email",
        "Job Title",
        "Associated Company",
        "Associated Company IDs (Primary)",
      ],
    },
    {
      externalId: "Record ID",
      accountExternalId: "Associated Company IDs (Primary)",
      firstName: "First Name",
      lastName: "Last Name",
      email: "Email",
      title: "Job Title",
    },
  ],
  [
    "hubSpotDeals",
    {
      kind: "purchases",
      headers: [
        "Record ID",
        "Deal Name",
        "Deal Stage",
        "Amount",
        "Close Date",
        "Associated Company (Primary)",
      ],
      row: ["77", "Pumps", "Closed won", "1200.50", "2024-01-31 10:15", "Aarhus Vand"],
    },
    {
      externalId: "Record ID",
      accountExternalId: "Associated Company (Primary)",
      accountName: "Associated Company (Primary)",
      orderedOn: "Close Date",
      amount: "Amount",
      dealState: "Deal Stage",
    },
  ],
  [
    "dynamicsAccounts",
    {
      kind: "accounts",
      headers: ["(Do Not Modify) Account", "(Do Not Modify) Row Checksum", "Account Name"],
    },
    { externalId: "(Do Not Modify) Account", name: "Account Name" },
  ],
  [
    "dynamicsContacts",
    {
      kind: "contacts",
      headers: ["(Do Not Modify) Contact", "Full Name", "Company Name", "Job Title", "Email"],
    },
    {
      externalId: "(Do Not Modify) Contact",
      accountExternalId: "Company Name",
      fullName: "Full Name",
      title: "Job Title",
      email: "Email",
    },
  ],
  [
    "dynamicsDeals",
    {
      kind: "purchases",
      headers: [
        "(Do Not Modify) Opportunity",
        "Topic",
        "Potential Customer",
        "Status",
        "Actual Close Date",
        "Actual Revenue",
      ],
      row: ["GUID", "Pumps", "Aarhus Vand", "Won", "31/01/2024", "1,200.50"],
    },
    {
      externalId: "(Do Not Modify) Opportunity",
      accountExternalId: "Potential Customer",
      accountName: "Potential Customer",
      orderedOn: "Actual Close Date",
      amount: "Actual Revenue",
      dealState: "Status",
    },
  ],
];

test.each(FILES)(
  "a file with the columns of %s is known and needs no choice",
  (key, file, columns) => {
    const found = proposed(file);
    expect(found).toMatchObject({ key, missing: {} });
    expect(found?.mapping.columns).toEqual(columns);
  },
);

describe("a known file", () => {
  it("keeps a form open that its cells do not settle", () => {
    const headers = ["Date", "Company", "Score"];
    const found = proposed({ kind: "answers", headers, row: ["01/02/2024", "A", "9"] });
    expect(found?.missing).toMatchObject({ dateFormat: /two ways/ });
  });

  it("counts seconds where it does", () => {
    expect(proposed(FILES[0]?.[1] as File)?.mapping.dateFormat).toBe("unix");
  });

  it("is said when it was uploaded as another kind", () => {
    const headers = ["Record ID", "First Name", "Last Name", "Email"];
    expect(fittingPresets("accounts", headers)).toEqual([]);
    expect(presetOfOtherKind("accounts", headers)?.key).toBe("hubSpotContacts");
  });

  it("is none where a plain list only shares a name or two", () => {
    expect(proposed({ kind: "accounts", headers: ["Customer No", "Name"] })).toBeNull();
    expect(proposed({ kind: "purchases", headers: ["Id", "Date", "Amount"] })).toBeNull();
    expect(proposed({ kind: "answers", headers: ["Score", "Date"] })).toBeNull();
  });
});

test.each(LANGUAGES)("every known file has a name in %s", (language) => {
  const t = staffWords(language, "imports");
  for (const key of PRESET_KEYS) expect(t(`presets.${key}`)).not.toContain("presets.");
});

import { describe, expect, test } from "vitest";
import { ENDPOINTS } from "@/app/api/v1/_endpoints/all-endpoints";
import { fieldLines } from "@/app/api-docs/field-lines";
import { endpointsAt, partsOf } from "@/lib/api/endpoint";
import { openApi } from "@/lib/api/open-api";
import { minorToDecimal } from "@/lib/format/money-decimal";

type Operation = {
  operationId: string;
  parameters: { name: string; in: string; description?: string }[];
  requestBody?: { content: Record<string, { schema: { properties: object } }> };
  responses: Record<string, unknown>;
};
const described = openApi(ENDPOINTS, "https://holdfast.example") as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
};

describe("the description of the API", () => {
  test("is OpenAPI 3.1 and holds every endpoint once", () => {
    expect(described.openapi).toBe("3.1.0");
    const operations = Object.values(described.paths).flatMap((path) => Object.keys(path));
    expect(operations).toHaveLength(ENDPOINTS.length);
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
    const names = Object.values(described.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(ENDPOINTS.length);
    expect(names).toContain("readSegmentsSegmentIdAccounts");
  });

  test.each(
    ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
  )(
    "names every part of the address, query and body of %s",
    (_name, { method, path, query, body }) => {
      const operation = described.paths[`/${path}`]?.[method.toLowerCase()];
      const names = (place: string) =>
        operation?.parameters.filter((one) => one.in === place).map(({ name }) => name);
      expect(names("path")).toEqual(partsOf(path));
      expect(names("query")).toEqual(Object.keys(query?.shape ?? {}));
      const schema = operation?.requestBody?.content["application/json"]?.schema;
      expect(Object.keys(schema?.properties ?? {})).toEqual(Object.keys(body?.shape ?? {}));
    },
  );
});

test("an address finds the endpoints of its path, its parts by name, and no others", () => {
  const at = (path: string) =>
    endpointsAt(ENDPOINTS, path.split("/")).map(({ endpoint, parts }) => [endpoint.method, parts]);
  expect(at("purchases")).toEqual([
    ["GET", {}],
    ["POST", {}],
  ]);
  expect(at("segments/7/accounts")).toEqual([["GET", { segmentId: "7" }]]);
  expect(at("purchases/7")).toEqual([]);
  expect(at("")).toEqual([]);
});

test("the fields of a list stand behind its name", () => {
  const page = ENDPOINTS.find(({ path, method }) => path === "purchases" && method === "GET");
  const names = page ? fieldLines(page.answer, "output").map(({ name }) => name) : [];
  expect(names).toContain("rows[].amount");
  expect(names).toContain("nextCursor");
});

test("money for machines is exact, with the decimals of its currency", () => {
  expect(minorToDecimal(123_450n, "DKK")).toBe("1234.50");
  expect(minorToDecimal(-5n, "DKK")).toBe("-0.05");
  expect(minorToDecimal(1200n, "JPY")).toBe("1200");
  expect(minorToDecimal(9_007_199_254_740_993n, "EUR")).toBe("90071992547409.93");
});

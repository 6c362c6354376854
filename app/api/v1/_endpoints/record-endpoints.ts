import type { Endpoint } from "@/lib/api/endpoint";
import { listRecords, recordPageSchema } from "@/lib/exports/list-records";
import { ALL_RECORDS } from "@/lib/exports/records/all-records";
import type { RecordKind } from "@/lib/exports/records/record-kind";
import { ALL_KINDS } from "@/lib/imports/kinds/all-kinds";
import type { ImportKind } from "@/lib/imports/kinds/import-kind";
import { upsertRecords } from "@/lib/imports/upsert-records";
import { recordsAnswer, recordsBody, upsertAnswer } from "./record-schemas";

function pathOf(name: string): string {
  return name.replaceAll("_", "-");
}

function reading(kind: RecordKind): Endpoint {
  return {
    method: "GET",
    path: pathOf(kind.name),
    group: "Records",
    summary: `Read ${kind.name.replaceAll("_", " ")}`,
    about: `${kind.about} Oldest first; go on with \`nextCursor\` until it is null.`,
    scope: "data:export",
    query: recordPageSchema,
    answer: recordsAnswer(kind),
    verb: ({ ctx, input }) =>
      listRecords({ ctx, input: { ...(input as object), kind: kind.name } }),
  };
}

function writing(kind: ImportKind): Endpoint {
  return {
    method: "POST",
    path: pathOf(kind.name),
    group: "Records",
    summary: `Add or change ${kind.name.replaceAll("_", " ")}`,
    about: `${kind.about} Up to 10,000 rows; the same call again changes nothing.`,
    scope: "import:write",
    body: recordsBody(kind),
    answer: upsertAnswer,
    verb: ({ ctx, input }) =>
      upsertRecords({ ctx, input: { ...(input as object), kind: kind.name } }),
  };
}

export const RECORD_ENDPOINTS: readonly Endpoint[] = [
  ...Object.values(ALL_RECORDS).map(reading),
  ...Object.values(ALL_KINDS).map(writing),
];

import type { Row } from "../rows/import-table";
import { loadRows } from "../rows/load-rows";
import { RESPONSE_TABLE } from "../tables/answer-tables";
import type { AnswerRow } from "./answer-row";
import type { ApplyCall, ParsedRow } from "./import-kind";

type Call = ApplyCall<AnswerRow>;
type Stored = Map<string, Row>;

/** A mended row is marked with its place: so it is told from a row alike that came in with the others. */
export function evidenceOf({ mendedPlace }: AnswerRow): string {
  return JSON.stringify({ imported: true, ...(mendedPlace === null ? {} : { row: mendedPlace }) });
}

/** Answers known by another id than the row's own, and, of rows that have one or were mended, by that as well. */
async function loadKnown(call: Call): Promise<Stored> {
  const at = { tx: call.tx, workspaceId: call.ctx.workspace.id, source: call.source };
  const load = (ids: string[]) =>
    loadRows(
      at,
      RESPONSE_TABLE,
      ids.map((external_id) => ({ external_id })),
    );
  const values = call.rows.map(({ value }) => value);
  const others = await load(
    values.flatMap(({ formerId, placeId }) => [formerId, placeId].flatMap((id) => id ?? [])),
  );
  const own = await load(
    values.flatMap(({ externalId, formerId, placeId, mendedPlace }) =>
      mendedPlace !== null || others.has(formerId ?? "") || others.has(placeId ?? "")
        ? [externalId]
        : [],
    ),
  );
  return new Map([...others, ...own]);
}

/** Without an address the former id names nobody: then it is this answer only where the account is its own. */
function isFormer({ email, score }: AnswerRow, accountId: string | null, stored: Row): boolean {
  if (stored.value_number !== score) return false;
  return email !== null || stored.account_id === null || stored.account_id === accountId;
}

function idOf(value: AnswerRow, accountId: string | null, known: Stored, taken: Set<string>) {
  const { externalId, formerId, placeId, mendedPlace } = value;
  const own = known.get(externalId);
  if (placeId !== null && mendedPlace !== null) {
    const isOther = own ? own.evidence !== evidenceOf(value) : taken.has(externalId);
    if (isOther || known.has(placeId)) return placeId;
  }
  if (own) return externalId;
  if (placeId !== null && known.has(placeId)) return placeId;
  const former = known.get(formerId ?? "");
  const isFree = formerId !== null && !taken.has(formerId);
  return isFree && former && isFormer(value, accountId, former) ? formerId : externalId;
}

/** The rows under the ids by which their answers are stored, where those are not the ones they have now. */
export async function underKnownIds(
  call: Call,
  accountIdOf: (value: AnswerRow) => string | null,
): Promise<ParsedRow<AnswerRow>[]> {
  const known = await loadKnown(call);
  const taken = new Set<string>();
  return call.rows.map((row) => {
    const externalId = idOf(row.value, accountIdOf(row.value), known, taken);
    taken.add(externalId);
    return externalId === row.value.externalId
      ? row
      : { ...row, value: { ...row.value, externalId } };
  });
}

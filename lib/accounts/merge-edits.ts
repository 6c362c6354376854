import { z } from "zod";
import { AppError, type FieldErrors } from "@/lib/errors";

type Value = string | number | boolean | null;
type Values = Readonly<Record<string, Value | undefined>>;

/** What the fields of a form held when it was opened, as JSON; left out by programs, which look first. */
export const seenValues = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .parse(JSON.parse(text));
    } catch {
      context.addIssue("Open the form again.");
      return z.NEVER;
    }
  })
  .optional();

const ROUNDED = 0.00006;

/** Forms write an empty field as "", and shares with two decimals of a percent. */
function same(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) < ROUNDED;
  return (a ?? "") === (b ?? "");
}

type Edits<Fields extends Values> = {
  /** What the form sends; a field that is not sent stays as it is. */
  sent: Fields;
  seen: Values | undefined;
  /** What the row holds now, locked. */
  now: { readonly [Key in keyof Fields]?: Value };
  /** Fields that say one thing only together, such as an outcome and its day. */
  together?: readonly (keyof Fields & string)[];
};

type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
type Merged<Fields> = { fields: Given<Fields>; clashes: (keyof Fields & string)[] };

function merge<Fields extends Values>({ sent, seen, now, together = [] }: Edits<Fields>) {
  type Key = keyof Fields & string;
  const merged: Merged<Fields> = { fields: {}, clashes: [] };
  const isTold = (key: Key) => seen !== undefined && key in seen;
  const isMine = (key: Key) => isTold(key) && !same(sent[key], seen?.[key]);
  const isTheirs = (key: Key) => isTold(key) && !same(now[key], seen?.[key]);
  const doClash = together.some(isMine) && together.some(isTheirs);
  for (const key of Object.keys(sent) as Key[]) {
    const value = sent[key];
    if (value === undefined) continue;
    const clashes = together.includes(key) ? doClash : isMine(key) && isTheirs(key);
    if (clashes && !same(value, now[key])) merged.clashes.push(key);
    else if (!isTold(key) || isMine(key)) merged.fields[key] = value as Given<Fields>[Key];
  }
  return merged;
}

/**
 * What of a form is written where somebody else may have changed the row since it was opened: fields that only
 * this one changed. What only the other changed stays.
 * @throws AppError CONFLICT where both changed a field: says what stands there now, and takes the next try as meant.
 */
export function mergeEdits<Fields extends Values>(
  edits: Edits<Fields>,
  say: (field: keyof Fields & string, value: Value) => string,
): Given<Fields> {
  const { fields, clashes } = merge(edits);
  if (clashes.length === 0) return fields;
  const { now, together = [] } = edits;
  const errors: FieldErrors = {};
  const seen: Record<string, Value | undefined> = { ...edits.seen };
  const isOneOfThem = together.some((key) => clashes.includes(key));
  for (const key of [...clashes, ...(isOneOfThem ? together : [])]) seen[key] = now[key] ?? null;
  for (const key of clashes) {
    const value = now[key] ?? "";
    const said = value === "" ? "" : say(key, value);
    errors[key] =
      said === ""
        ? "Somebody emptied this meanwhile. Save again to put yours in its place."
        : `Meanwhile somebody put “${said}” here. Save again to put yours in its place.`;
  }
  throw new AppError(
    "CONFLICT",
    "Somebody else changed this while you were writing. Nothing is saved yet, and nothing you typed is lost: look at the marked fields.",
    { fieldErrors: errors, values: { seen: JSON.stringify(seen) } },
  );
}

import { type Decimal, type NumberFormat, parseDecimal } from "./decimal";
import type { Guess } from "./guess";

function isSame(a: Decimal, b: Decimal): boolean {
  return a.digits === b.digits && a.scale === b.scale;
}

/** "1.234" alone could be either; one "12.5" among the cells settles it. */
export function guessNumberFormat(samples: Iterable<string>): Guess<NumberFormat> {
  let point = 0;
  let comma = 0;
  let open = 0;
  for (const sample of samples) {
    const asPoint = parseDecimal(sample, "point");
    const asComma = parseDecimal(sample, "comma");
    if (asPoint && asComma) {
      if (!isSame(asPoint, asComma)) open += 1;
    } else if (asPoint) point += 1;
    else if (asComma) comma += 1;
  }
  if (point > 0 && comma > 0) return { value: null, why: "mixed" };
  if (point > 0) return { value: "point", why: "certain" };
  if (comma > 0) return { value: "comma", why: "certain" };
  return open > 0 ? { value: null, why: "ambiguous" } : { value: "point", why: "certain" };
}

import { minorToDecimal } from "@/lib/format/money-decimal";
import type { TileDto } from "@/lib/loyalty/figures.types";

/** A target as it is typed: per cent, points, or whole units of the currency. */
export function typedTarget({ target, unit }: TileDto, currency: string): string {
  if (target === null) return "";
  if (unit === "money") return minorToDecimal(BigInt(Math.round(target)), currency);
  return String(Number((unit === "ratio" ? target * 100 : target).toFixed(4)));
}

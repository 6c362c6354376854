import type { MoneyFormat } from "@/lib/format/money";

/** How figures and dates are said: language, currency, and the day they stand at. */
export type ReadAs = MoneyFormat & { asOf: string };

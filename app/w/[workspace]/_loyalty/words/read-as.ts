import type { ReadAs as WordsReadAs } from "@/lib/loyalty/words/read-as";

/** How a page's figures and dates are said: language, currency, and the day they stand at. */
export type ReadAs = WordsReadAs;

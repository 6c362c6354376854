import type { AnswerNeed } from "./answer-needs";
import type { EntryRow } from "./load-entries";

/** An answer with what it needs by what is known of it now. */
export type LookedAt = EntryRow & { looked: AnswerNeed[] };

/** What a sample of cells says; `null` means the person is asked, never guessed for. */
export type Guess<T> = { value: T; why: "certain" } | { value: null; why: "ambiguous" | "mixed" };

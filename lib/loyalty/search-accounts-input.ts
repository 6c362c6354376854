import { z } from "zod";
import { mapPlaceFields } from "@/lib/segments/map-place";
import { ACCOUNT_SORTS } from "./account-list.types";
import { filterFields, optional } from "./view-input";

const STATES = ["loyal", "passive", "latent", "leaving", "notKnown", "notActive"] as const;
const PAGE_SIZES = [25, 50, 100];

const page = z.coerce
  .number({ error: "Give the page as a number." })
  .int("Give the page as a whole number.")
  .min(1, "Pages start at 1.")
  .max(100_000, "There are not that many pages.");

export const searchAccountsInput = z.object({
  ...filterFields,
  ...mapPlaceFields,
  search: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .nullish()
    .transform((text) => text ?? ""),
  state: optional(z.enum(STATES, { error: "Choose a state from the list." })),
  /** Only accounts on the worklist. */
  worklist: z.preprocess((value) => value === true || value === "1", z.boolean()),
  sort: optional(z.enum(ACCOUNT_SORTS, { error: "Choose a column from the list." })).transform(
    (sort) => sort ?? "running",
  ),
  direction: optional(z.enum(["asc", "desc"], { error: "Sort ascending or descending." })),
  page: optional(page).transform((number) => number ?? 1),
  pageSize: optional(
    z.coerce.number().refine((size) => PAGE_SIZES.includes(size), "Show 25, 50 or 100 rows."),
  ).transform((size) => size ?? 50),
});

import type { RetentionChoices, RetentionDto } from "@/lib/loyalty/retention.types";

/** What every card of the page is given. */
export type CardProps = {
  retention: RetentionDto;
  locale: string;
  /** Address of a table as a file. */
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
  /** Address of the page with another choice. */
  hrefOf: (changed: Partial<RetentionChoices>, card: string) => string;
};

import { z } from "zod";

/** One spelling of an address everywhere, so that one person has one account. */
function normalEmail(text: string): string {
  return text.trim().toLowerCase();
}

export const emailSchema = z
  .string({ error: "Enter an e-mail address." })
  .transform(normalEmail)
  .pipe(
    z
      .email({ error: "Enter an e-mail address such as name@company.com." })
      .max(254, "This address is too long."),
  );

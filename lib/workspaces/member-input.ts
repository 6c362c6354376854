import { z } from "zod";
import { ROLES } from "@/lib/auth/permissions";

export const roleSchema = z.enum(ROLES, {
  error: "Choose admin, account manager or viewer.",
});

export const memberIdSchema = z.uuid({ error: "Choose a member from the list." });

import { z } from "zod";
import { ROLES } from "@/lib/auth/permissions";

export const roleSchema = z.enum(ROLES, {
  error: "Choose admin, account manager or viewer.",
});

export const userIdSchema = z.uuid({ error: "Choose a member from the list." });
export const invitationIdSchema = z.uuid({ error: "Choose an invitation from the list." });

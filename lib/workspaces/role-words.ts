import type { Role } from "@/lib/auth/permissions";

export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  admin: { name: "Admin", may: "Everything, with members, surveys, imports and settings" },
  account_manager: {
    name: "Account manager",
    may: "Reads everything, works on accounts, contacts, calls and segments",
  },
  viewer: { name: "Viewer", may: "Reads everything, changes nothing" },
};

"use server";

import { redirect } from "next/navigation";
import { rolesFromForm } from "@/lib/accounts/roles-from-form";
import { setContactRoles } from "@/lib/accounts/set-contact-roles";
import { defineAction } from "@/lib/actions/define-action";

/** Back to the list, which says what share it was before. */
export const setRolesAction = defineAction(async ({ ctx, input }) => {
  const { set } = await setContactRoles({ ctx, input: rolesFromForm(input) });
  const before = typeof input.before === "string" ? input.before : "";
  const query = new URLSearchParams({ set: String(set), before });
  return redirect(`/w/${ctx.workspace.slug}/accounts/roles?${query}`);
});

"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { cancelInvitation } from "@/lib/workspaces/cancel-invitation";
import { changeRole } from "@/lib/workspaces/change-role";
import { inviteMember } from "@/lib/workspaces/invite-member";
import { removeMember } from "@/lib/workspaces/remove-member";
import { resendInvitation } from "@/lib/workspaces/resend-invitation";

export const inviteAction = defineAction(async (call) => {
  const invitation = await inviteMember(call);
  refresh();
  return invitation;
});

export const changeRoleAction = defineAction(async (call) => {
  const changed = await changeRole(call);
  refresh();
  return changed;
});

export const removeAction = defineAction(async (call) => {
  const removed = await removeMember(call);
  refresh();
  return removed;
});

export const resendAction = defineAction(async (call) => {
  const sent = await resendInvitation(call);
  refresh();
  return sent;
});

export const cancelAction = defineAction(async (call) => {
  const cancelled = await cancelInvitation(call);
  refresh();
  return cancelled;
});

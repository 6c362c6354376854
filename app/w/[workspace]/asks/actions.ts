"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { vetoAsk } from "@/lib/surveys/programs/veto-ask";

export const vetoAskAction = defineAction(async (call) => {
  await vetoAsk(call);
  refresh();
  return null;
});

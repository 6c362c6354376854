"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { handleAnswer } from "@/lib/surveys/inbox/handle-answer";
import { reopenAnswer } from "@/lib/surveys/inbox/reopen-answer";
import { replyToAnswer } from "@/lib/surveys/inbox/reply-to-answer";

export const handleAnswerAction = defineAction(async (call) => {
  const handled = await handleAnswer(call);
  refresh();
  return handled;
});

export const reopenAnswerAction = defineAction(async (call) => {
  const reopened = await reopenAnswer(call);
  refresh();
  return reopened;
});

export const replyToAnswerAction = defineAction(async (call) => {
  const reply = await replyToAnswer(call);
  refresh();
  return reply;
});

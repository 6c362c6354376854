"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { handleAnswer } from "@/lib/surveys/inbox/handle-answer";
import { handleDrop } from "@/lib/surveys/inbox/handle-drop";
import { reopenAnswer } from "@/lib/surveys/inbox/reopen-answer";
import { reopenDrop } from "@/lib/surveys/inbox/reopen-drop";
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

export const handleDropAction = defineAction(async (call) => {
  await handleDrop(call);
  refresh();
  return null;
});

export const reopenDropAction = defineAction(async (call) => {
  await reopenDrop(call);
  refresh();
  return null;
});

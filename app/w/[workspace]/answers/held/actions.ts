"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { reviewAnswers } from "@/lib/surveys/answers/review-answers";

export const reviewAnswersAction = defineAction(async (call) => {
  await reviewAnswers(call);
  refresh();
  return null;
});

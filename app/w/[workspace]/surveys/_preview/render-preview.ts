import { questionPage } from "@/app/s/[token]/question-page";
import { thanksPage } from "@/app/s/[token]/thanks-page";
import { NONCE_HEADER } from "@/lib/auth/request-headers";
import type { SurveyPreviewDto } from "@/lib/surveys/preview/preview-survey";

/** The same with the pages as documents, each by the function that answers respondents. */
export type RenderedPreview = Omit<SurveyPreviewDto, "question" | "thanks"> & {
  question: string;
  thanks: string;
};

/** A frame runs no script, and says so in the console for each it finds. */
function still(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, "");
}

export async function renderPreview(
  preview: SurveyPreviewDto,
  nonce: string,
): Promise<RenderedPreview> {
  const ownNonce = nonce.replace(/[^\w+/=-]/g, "");
  const headers = { [NONCE_HEADER]: ownNonce };
  const request = new Request("http://preview.invalid/", { headers });
  const { question: page, thanks, ...rest } = preview;
  const { answer } = thanks;
  const selected = answer?.value ?? null;
  const question = questionPage(request, { token: "-", page, selected, isChoiceMissing: false });
  const after = answer && thanksPage(request, { token: "-", page: thanks, answer, isDone: false });
  const { mail } = rest;
  return {
    ...rest,
    mail: { ...mail, html: mail.html.replace("<style>", `<style nonce="${ownNonce}">`) },
    question: still(await question.text()),
    thanks: after ? still(await after.text()) : "",
  };
}
